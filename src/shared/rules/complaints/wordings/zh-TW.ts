import type { ComplaintWordings } from "../wordings.ts";

export const wordings: ComplaintWordings = {
  nobody: "您好",
  compensations: {
    coupon: "一張 {yuan} 元優惠券",
    partial_refund: "退您 {yuan} 元",
    full_refund: "全額退款 {yuan} 元",
    reship: "重新補寄一件",
    exchange: "換一件新的",
    gift: "送您一份小禮物",
    other: "{note}",
  },
  today: "今天 {time} 前",
  tomorrow: "明天 {time} 前",
  later: "{date} {time} 前",
  date: "M月d日",
  texts: {
    acknowledge: [
      { text: "{customer}，您說的我都看到了，這件事由我來跟，{answer}給您回覆。" },
      { text: "{customer}，遇到這樣的事誰都會著急，換成我也一樣。您慢慢說，我都記著。" },
      { text: "{customer}，謝謝您把經過說得這麼清楚，我先核對，{answer}一定回您訊息。" },
      { text: "收到，我是{agent}，這事歸我辦，{answer}給您結果。", for: ["tiger"] },
      {
        text: "{customer}，您的心情我很理解，盼了這麼久卻是這樣，我們一起把它解決好。",
        for: ["peacock"],
      },
      {
        text: "{customer}，已登記，編號 {number}，訂單 {order}，回覆時間是{answer}。",
        for: ["owl"],
      },
      {
        text: "{customer}，您千萬別覺得麻煩，這本來就是我該做的，我陪您一步一步處理。",
        for: ["dove"],
      },
      { text: "{customer}，等包裹等得心急，我明白，我現在就去查走到哪裡了。", for: ["logistics"] },
      { text: "{customer}，錢還沒入帳確實讓人不放心，我馬上查退款走到哪一步。", for: ["refund"] },
    ],
    apologise: [
      { text: "{customer}，給您添麻煩了，真的對不起。" },
      { text: "{customer}，這次沒讓您滿意，是我們沒做好，向您道歉。" },
      { text: "{customer}，耽誤您的時間了，很抱歉，我這就處理。" },
      { text: "{customer}，包裹晚到讓您久等，對不起，我正在催物流。", for: ["logistics"] },
      {
        text: "{customer}，剛才的接待讓您不舒服，我代表我們向您道歉，後面由我來服務您。",
        for: ["attitude"],
      },
      { text: "{customer}，收到的{product}有問題，影響您使用了，對不起。", for: ["quality"] },
      {
        text: "{customer}，頁面寫得不夠清楚，讓您拿到手有落差，是我們的問題，抱歉。",
        for: ["not_as_described"],
      },
      { text: "{customer}，發票讓您等了這麼久，對不起，我現在就去辦。", for: ["invoice"] },
    ],
    remedy: [
      { text: "{customer}，這是我們的錯。我現在就辦：{plan}，{due}辦好。" },
      { text: "{customer}，問題在我們這邊，已經開始補救：{plan}。有進展我馬上告訴您。" },
      { text: "{customer}，我們沒做到位，這樣補上：{plan}，另外{compensation}，您看可以嗎？" },
      { text: "錯在我們。{plan}，{due}辦好。", for: ["tiger"] },
      { text: "{customer}，已查明原因：{reason}。辦法是：{plan}，完成時間{due}。", for: ["owl"] },
      {
        text: "{customer}，是我們出貨慢了。已加急處理：{plan}，{due}給您新的物流消息。",
        for: ["logistics"],
      },
      { text: "{customer}，{product}的問題我們認。{plan}，運費由我們負擔。", for: ["quality"] },
    ],
    no_repeat: [
      { text: "{customer}，這件事已經記進我們的改善清單。我是{agent}，再遇到直接找我。" },
      { text: "{customer}，您下次的訂單我會多看一眼。我是{agent}，有事隨時叫我。" },
      { text: "{customer}，我是{agent}，這次的編號是 {number}，以後報這個編號就不用從頭說了。" },
      {
        text: "{customer}，我們已把您的訂單備註給倉庫，以後先檢查再寄。我是{agent}。",
        for: ["quality", "not_as_described"],
      },
      {
        text: "{customer}，這段對話已交主管看過，接待方式會改。我是{agent}，後面都由我跟您聯絡。",
        for: ["attitude"],
      },
    ],
    options: [
      {
        text: "{customer}，有兩個辦法：一是{plan}，{due}辦好；二是退貨退款，運費我們出。您選哪個？",
      },
      {
        text: "{customer}，我爭取到的是：{compensation}。您願意的話馬上辦；想換別的辦法也請告訴我。",
      },
      { text: "{customer}，為了讓您少等，我建議{plan}，因為{reason}。您覺得可以嗎？" },
      { text: "兩個辦法：{plan}；或者退貨退款。您決定。", for: ["tiger"] },
      {
        text: "{customer}，方案：{plan}。時間：{due}。理由：{reason}。確認後我馬上登記。",
        for: ["owl"],
      },
      {
        text: "{customer}，您不用急著決定，我先說說{plan}是怎麼做的，您看看合不合適。",
        for: ["dove"],
      },
      {
        text: "{customer}，可以繼續等物流，我每天告訴您走到哪裡；也可以現在重寄一件。您看哪個方便？",
        for: ["logistics"],
      },
      { text: "{customer}，可以退價差，也可以換成優惠券，下次買能用。您選哪個？", for: ["price"] },
    ],
    refuse: [
      { text: "{customer}，您的要求我認真看了，這次辦不到，因為{reason}。我能做的是：{plan}。" },
      {
        text: "{customer}，實在抱歉，按賣場的規定不能這樣處理：{reason}。能替您爭取的我都會爭取。",
      },
      {
        text: "{customer}，不想讓您白等，所以直說：這一點做不到，原因是{reason}。其他辦法我陪您看。",
      },
      {
        text: "{customer}，保價期已過，價差退不了。我可以給您{compensation}，下次能用。",
        for: ["price"],
      },
      { text: "{customer}，商品已經用過，不能按全新退。我可以幫您安排{plan}。", for: ["quality"] },
      {
        text: "{customer}，退款已交銀行處理，我沒辦法讓它提前，但我會天天盯著，入帳就告訴您。",
        for: ["refund"],
      },
    ],
    thanks: [
      { text: "{customer}，事情辦好了，謝謝您的耐心。以後有什麼問題，先找我就好。" },
      { text: "{customer}，謝謝您告訴我們哪裡不好，這比好評還有用。祝您生活愉快。" },
      { text: "{customer}，再次向您道歉，也謝謝您給我們機會改。您還有什麼建議嗎？" },
      { text: "辦好了，謝謝您。有事叫我，我是{agent}。", for: ["tiger"] },
      { text: "{customer}，您說得特別細，幫了我們大忙，謝謝您！", for: ["peacock"] },
      {
        text: "{customer}，包裹已送到，謝謝您等我們。哪裡還可以送得更好，請您說說。",
        for: ["logistics"],
      },
    ],
    escalate: [
      {
        text: "{customer}，這件事超出我能決定的範圍，我已呈報{superior}，{decision_due}給您回覆。",
      },
      {
        text: "{customer}，為了不耽誤您，我請{superior}來決定，{decision_due}一定有消息，您不用再說一遍。",
      },
      {
        text: "{customer}，您的要求我做不了主，已連同紀錄交給{superior}，編號 {number}，由我繼續跟您聯絡。",
      },
      { text: "我決定不了，已報{superior}，{decision_due}回您。", for: ["tiger"] },
      {
        text: "{customer}，您反映的接待問題已交{superior}核對對話紀錄，{decision_due}給您說法。",
        for: ["attitude"],
      },
    ],
  },
};
