import type { ComplaintGuide } from "../guide.ts";

export const guide: ComplaintGuide = {
  steps: {
    accept_at_once: {
      do: "Take it on with the first sentence: heard, it is mine now, you have an answer by then.",
      avoid: "Silence, or asking first whether the buyer got it wrong.",
    },
    meet_feeling: {
      do: "Answer the feeling before the matter. Say why it is upsetting.",
      avoid: "Explaining at once, reciting procedure, or a mere “calm down”.",
    },
    summarise: {
      do: "One sentence each on when, what, how and what is wanted; let the buyer confirm.",
      avoid: "Asking again what was said already, or concluding for the buyer.",
    },
    offer_choices: {
      do: "Two ways that can really be had, each with its time and reason.",
      avoid: "One way only, or what is not yours to promise.",
    },
    agree_and_act: {
      do: "Repeat what was agreed, what and by when, and start at once.",
      avoid: "Vague agreements, or ones nobody follows.",
    },
    thank: {
      do: "Thank for pointing it out, say sorry once more, ask for suggestions.",
      avoid: "Falling silent once the matter is done.",
    },
    track: {
      do: "Get in touch at the promised time, tell the result, ask how satisfied they are, then close.",
      avoid: "Waiting until the buyer asks again.",
    },
  },
  customers: {
    tiger: {
      sign: "Short sentences, wants results, “just tell me”.",
      help: ["The conclusion first, then the time", "Two options to decide on", "No stories"],
    },
    peacock: {
      sign: "Talks a lot, moods change, speaks of feelings.",
      help: [
        "Agree with the feeling first",
        "Praise what was well seen",
        "Say “we” and “together”",
      ],
    },
    owl: {
      sign: "Wants figures, pictures, proof.",
      help: ["Write times, amounts, numbers", "Say where a rule comes from", "Say nothing unsure"],
    },
    dove: {
      sign: "Polite, shy to ask, afraid of being trouble.",
      help: ["Reassure: this is no trouble", "Guide step by step", "Ask whether there is more"],
    },
  },
  flows: {
    quality: [
      "Apologise; help first, causes later",
      "Ask for a photo or video and say of what",
      "Compare, and sum up the problem",
      "Offer exchange, a new one or a refund",
      "Say who pays the postage and how many days",
      "Note batch and cause for quality control",
      "Ask afterwards how it works",
    ],
    not_as_described: [
      "Apologise; the page and the goods give different ideas",
      "Compare page and photo, name the difference",
      "If the page is wrong say so, and that it is being mended",
      "Return, another model or the difference, as the buyer likes",
      "Agree on a time and register it at once",
      "Tell when the page is mended, and thank",
    ],
    logistics: [
      "Apologise for the delay and say where the parcel is",
      "Call the carrier now and name the next update",
      "Apologise again: waiting is hard",
      "Compensate, for instance a 20-yuan coupon",
      "Sum up what happens next",
      "Ask what we could do better",
      "Follow up once it has arrived",
    ],
    attitude: [
      "Apologise for the colleague; no defence, no verdict",
      "Let the buyer finish; note words and time",
      "Say that the chat will be read, and by when there is an answer",
      "Take over yourself and give your name",
      "Tell what was done, without details of discipline",
      "Ask whether the new service is right",
    ],
    price: [
      "Understand how it feels to have paid more",
      "Look up both times and list both prices",
      "Within price protection pay the difference: amount and time",
      "Outside it state the rule and offer something for next time",
      "Repeat what was agreed and do it now",
      "Tell when the money has arrived",
    ],
    refund: [
      "Apologise for the wait",
      "Find out where the refund stands and say so",
      "Push it now and name the next update",
      "Explain how it goes back and how long that takes",
      "Report at that time; not there yet: agree anew",
      "Follow up when it has arrived",
    ],
    invoice: [
      "Apologise; ask title, tax number and mail address",
      "Read it back letter by letter",
      "Say when and how it comes",
      "Wrong ones are cancelled and issued again at once",
      "Say where to find it once sent",
      "Have the buyer confirm",
    ],
    other: [
      "Take it on and say how long it takes",
      "Ask the course of events and sum it up",
      "Do what can be done; state the rule where it cannot",
      "Above your authority: escalate and say who answers",
      "Report in time",
      "Follow up and note the satisfaction",
    ],
  },
};
