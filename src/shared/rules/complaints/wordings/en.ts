import type { ComplaintWordings } from "../wordings.ts";

export const wordings: ComplaintWordings = {
  nobody: "Hello",
  compensations: {
    coupon: "a coupon of {yuan} yuan",
    partial_refund: "{yuan} yuan back",
    full_refund: "a full refund of {yuan} yuan",
    reship: "a new parcel sent at once",
    exchange: "a new one in exchange",
    gift: "a small gift",
    other: "{note}",
  },
  today: "today by {time}",
  tomorrow: "tomorrow by {time}",
  later: "by {time} on {date}",
  date: "LLL d",
  texts: {
    acknowledge: [
      {
        text: "{customer}, I have read everything. This is mine to look after; you have an answer {answer}.",
      },
      {
        text: "{customer}, anyone would be upset by this, and so would I. Take your time, I am writing it all down.",
      },
      {
        text: "{customer}, thank you for telling it so clearly. Let me check; I will write to you {answer}.",
      },
      { text: "Got it. {agent} here, it is mine now. Result {answer}.", for: ["tiger"] },
      {
        text: "{customer}, I feel with you: so long awaited, and then this. Let us put it right together.",
        for: ["peacock"],
      },
      {
        text: "{customer}, it is registered as {number}, order {order}; the answer comes {answer}.",
        for: ["owl"],
      },
      {
        text: "{customer}, this is no trouble at all. I will go through it with you step by step.",
        for: ["dove"],
      },
      {
        text: "{customer}, waiting for a parcel is hard. I am finding out right now where it is.",
        for: ["logistics"],
      },
      {
        text: "{customer}, money that has not come back is worrying. I am checking where the refund stands.",
        for: ["refund"],
      },
    ],
    apologise: [
      { text: "{customer}, I am sorry for the trouble this gave you." },
      { text: "{customer}, this was not good enough, and I apologise for it." },
      { text: "{customer}, I am sorry that it cost you time. I am on it now." },
      {
        text: "{customer}, I am sorry that the parcel is late. I am with the carrier right now.",
        for: ["logistics"],
      },
      {
        text: "{customer}, the way you were spoken to was not right. I apologise for us, and I will look after you from here.",
        for: ["attitude"],
      },
      { text: "{customer}, I am sorry that the {product} arrived with a fault.", for: ["quality"] },
      {
        text: "{customer}, our page was not clear enough and gave you another idea. I am sorry.",
        for: ["not_as_described"],
      },
      {
        text: "{customer}, I am sorry that the invoice took so long. I am seeing to it now.",
        for: ["invoice"],
      },
    ],
    remedy: [
      { text: "{customer}, this was our mistake. What I do now: {plan}, done {due}." },
      {
        text: "{customer}, the fault is ours and we have begun to mend it: {plan}. I will tell you how it goes.",
      },
      {
        text: "{customer}, we fell short. To make it good: {plan}, and {compensation}. Would that be all right?",
      },
      { text: "Our mistake. {plan}, done {due}.", for: ["tiger"] },
      { text: "{customer}, the cause: {reason}. The measure: {plan}. Done {due}.", for: ["owl"] },
      {
        text: "{customer}, we sent it late. Now speeded up: {plan}. You hear where it is {due}.",
        for: ["logistics"],
      },
      {
        text: "{customer}, the fault of the {product} is ours. {plan}; we pay the postage.",
        for: ["quality"],
      },
    ],
    no_repeat: [
      {
        text: "{customer}, this is on our list of things to mend. I am {agent}; if it ever happens again, come to me.",
      },
      { text: "{customer}, I will keep an eye on your next order. I am {agent}, just ask for me." },
      {
        text: "{customer}, I am {agent} and this is case {number}: with that number you need not tell it all again.",
      },
      {
        text: "{customer}, the warehouse has a note to check your orders before they leave. I am {agent}.",
        for: ["quality", "not_as_described"],
      },
      {
        text: "{customer}, the lead has read that chat and the way we serve will change. I am {agent} and stay with you.",
        for: ["attitude"],
      },
    ],
    options: [
      {
        text: "{customer}, there are two ways: {plan}, done {due}; or return it for a refund, postage on us. Which do you prefer?",
      },
      {
        text: "{customer}, what I could get for you: {compensation}. Say yes and it is done; if you would like another way, tell me.",
      },
      {
        text: "{customer}, to spare you more waiting I suggest: {plan}, because {reason}. Would that suit you?",
      },
      { text: "Two ways: {plan}, or return and refund. Your choice.", for: ["tiger"] },
      {
        text: "{customer}, the measure: {plan}. The time: {due}. The reason: {reason}. I register it once you confirm.",
        for: ["owl"],
      },
      {
        text: "{customer}, no hurry. Let me explain how this works: {plan}. Then see whether it suits you.",
        for: ["dove"],
      },
      {
        text: "{customer}, we can wait for the carrier and I report every day, or I send a new one now. Which is better?",
        for: ["logistics"],
      },
      {
        text: "{customer}, you can have the difference back, or a coupon for next time. Which do you prefer?",
        for: ["price"],
      },
    ],
    refuse: [
      {
        text: "{customer}, I looked at your request carefully. It cannot be done, because {reason}. What I can do: {plan}.",
      },
      {
        text: "{customer}, I am sorry, our rules do not allow it: {reason}. Whatever I can get for you I will.",
      },
      {
        text: "{customer}, I do not want you to wait for nothing, so frankly: not this, because {reason}. Let us look at other ways.",
      },
      {
        text: "{customer}, the time of price protection is over, so the difference cannot be paid. I can offer {compensation} for next time.",
        for: ["price"],
      },
      {
        text: "{customer}, it has been used and cannot go back as new. What I can arrange: {plan}.",
        for: ["quality"],
      },
      {
        text: "{customer}, the refund is with the bank and I cannot speed it up, but I check every day and tell you when it is there.",
        for: ["refund"],
      },
    ],
    thanks: [
      {
        text: "{customer}, it is done. Thank you for your patience; if anything comes up, ask for me first.",
      },
      {
        text: "{customer}, thank you for telling us what was wrong: that helps more than praise. All the best to you.",
      },
      {
        text: "{customer}, sorry once more, and thank you for letting us put it right. Is there anything you would suggest?",
      },
      { text: "Done, thank you. {agent} here whenever you need me.", for: ["tiger"] },
      {
        text: "{customer}, you noticed so much, it was a great help. Thank you!",
        for: ["peacock"],
      },
      {
        text: "{customer}, the parcel has arrived; thank you for waiting. How could we deliver better?",
        for: ["logistics"],
      },
    ],
    escalate: [
      {
        text: "{customer}, this is more than I may decide. It is with {superior} now; you have an answer {decision_due}.",
      },
      {
        text: "{customer}, so that you lose no time I asked {superior} to decide, {decision_due}. You need not explain it again.",
      },
      {
        text: "{customer}, this is not mine to decide. {superior} has the whole record, case {number}, and I stay in touch with you.",
      },
      { text: "Not mine to decide: it is with {superior}, answer {decision_due}.", for: ["tiger"] },
      {
        text: "{customer}, {superior} is reading the chat you complained about; you hear from us {decision_due}.",
        for: ["attitude"],
      },
    ],
  },
};
