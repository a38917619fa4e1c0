import type { ComplaintWordings } from "../wordings.ts";

export const wordings: ComplaintWordings = {
  nobody: "您好",
  compensations: {
    coupon: "一张 {yuan} 元优惠券",
    partial_refund: "退您 {yuan} 元",
    full_refund: "全额退款 {yuan} 元",
    reship: "重新补发一件",
    exchange: "换一件新的",
    gift: "送您一份小礼物",
    other: "{note}",
  },
  today: "今天 {time} 前",
  tomorrow: "明天 {time} 前",
  later: "{date} {time} 前",
  date: "M月d日",
  texts: {
    acknowledge: [
      { text: "{customer}，您说的我都看到了，这件事由我来跟，{answer}给您答复。" },
      { text: "{customer}，遇到这样的事谁都会着急，换成我也一样。您慢慢说，我都记着。" },
      { text: "{customer}，谢谢您把经过说得这么清楚，我先核对，{answer}一定回您消息。" },
      { text: "收到，我是{agent}，这事归我办，{answer}给您结果。", for: ["tiger"] },
      {
        text: "{customer}，您的心情我很理解，盼了这么久却是这样，咱们一起把它解决好。",
        for: ["peacock"],
      },
      {
        text: "{customer}，已登记，编号 {number}，订单 {order}，答复时间是{answer}。",
        for: ["owl"],
      },
      {
        text: "{customer}，您千万别觉得麻烦，这本来就是我该做的，我陪您一步一步处理。",
        for: ["dove"],
      },
      { text: "{customer}，等包裹等得心急，我明白，我现在就去查走到哪里了。", for: ["logistics"] },
      { text: "{customer}，钱还没到账确实让人不放心，我马上查退款走到哪一步。", for: ["refund"] },
    ],
    apologise: [
      { text: "{customer}，给您添麻烦了，真的对不起。" },
      { text: "{customer}，这次没让您满意，是我们没做好，向您道歉。" },
      { text: "{customer}，耽误您的时间了，很抱歉，我这就处理。" },
      { text: "{customer}，包裹晚到让您久等，对不起，我正在催快递。", for: ["logistics"] },
      {
        text: "{customer}，刚才的接待让您不舒服，我代表我们向您道歉，后面由我来服务您。",
        for: ["attitude"],
      },
      { text: "{customer}，收到的{product}有问题，影响您使用了，对不起。", for: ["quality"] },
      {
        text: "{customer}，页面写得不够清楚，让您拿到手有落差，是我们的问题，抱歉。",
        for: ["not_as_described"],
      },
      { text: "{customer}，发票让您等了这么久，对不起，我现在就去办。", for: ["invoice"] },
    ],
    remedy: [
      { text: "{customer}，这是我们的错。我现在就办：{plan}，{due}办好。" },
      { text: "{customer}，问题在我们这边，已经开始补救：{plan}。有进展我马上告诉您。" },
      { text: "{customer}，我们没做到位，这样补上：{plan}，另外{compensation}，您看可以吗？" },
      { text: "错在我们。{plan}，{due}办好。", for: ["tiger"] },
      { text: "{customer}，已查明原因：{reason}。办法是：{plan}，完成时间{due}。", for: ["owl"] },
      {
        text: "{customer}，是我们发货慢了。已加急处理：{plan}，{due}给您新的物流消息。",
        for: ["logistics"],
      },
      { text: "{customer}，{product}的问题我们认。{plan}，运费由我们承担。", for: ["quality"] },
    ],
    no_repeat: [
      { text: "{customer}，这件事已经记进我们的改进清单。我是{agent}，再遇到直接找我。" },
      { text: "{customer}，您下次的订单我会多看一眼。我是{agent}，有事随时叫我。" },
      { text: "{customer}，我是{agent}，这次的编号是 {number}，以后报这个编号就不用从头说了。" },
      {
        text: "{customer}，我们已把您的订单备注给仓库，以后先检查再发。我是{agent}。",
        for: ["quality", "not_as_described"],
      },
      {
        text: "{customer}，这段聊天已交主管看过，接待方式会改。我是{agent}，后面都由我跟您联系。",
        for: ["attitude"],
      },
    ],
    options: [
      {
        text: "{customer}，有两个办法：一是{plan}，{due}办好；二是退货退款，运费我们出。您选哪个？",
      },
      {
        text: "{customer}，我争取到的是：{compensation}。您愿意的话马上办；想换别的办法也请告诉我。",
      },
      { text: "{customer}，为了让您少等，我建议{plan}，因为{reason}。您觉得行吗？" },
      { text: "两个办法：{plan}；或者退货退款。您定。", for: ["tiger"] },
      {
        text: "{customer}，方案：{plan}。时间：{due}。理由：{reason}。确认后我马上登记。",
        for: ["owl"],
      },
      {
        text: "{customer}，您不用急着决定，我先说说{plan}是怎么做的，您看看合不合适。",
        for: ["dove"],
      },
      {
        text: "{customer}，可以继续等快递，我每天告诉您走到哪里；也可以现在重发一件。您看哪个方便？",
        for: ["logistics"],
      },
      { text: "{customer}，可以退差价，也可以换成优惠券，下次买能用。您选哪个？", for: ["price"] },
    ],
    refuse: [
      { text: "{customer}，您的要求我认真看了，这次办不到，因为{reason}。我能做的是：{plan}。" },
      {
        text: "{customer}，实在抱歉，按店里的规定不能这样处理：{reason}。能替您争取的我都会争取。",
      },
      {
        text: "{customer}，不想让您白等，所以直说：这一点做不到，原因是{reason}。其他办法我陪您看。",
      },
      {
        text: "{customer}，保价期已过，差价退不了。我可以给您{compensation}，下次能用。",
        for: ["price"],
      },
      { text: "{customer}，商品已经用过，不能按全新退。我可以帮您安排{plan}。", for: ["quality"] },
      {
        text: "{customer}，退款已交银行处理，我没法让它提前，但我会天天盯着，到账就告诉您。",
        for: ["refund"],
      },
    ],
    thanks: [
      { text: "{customer}，事情办好了，谢谢您的耐心。以后有什么问题，先找我就好。" },
      { text: "{customer}，谢谢您告诉我们哪里不好，这比好评还有用。祝您生活愉快。" },
      { text: "{customer}，再次向您道歉，也谢谢您给我们机会改。您还有什么建议吗？" },
      { text: "办好了，谢谢您。有事叫我，我是{agent}。", for: ["tiger"] },
      { text: "{customer}，您说得特别细，帮了我们大忙，谢谢您！", for: ["peacock"] },
      {
        text: "{customer}，包裹已送到，谢谢您等我们。哪里还可以送得更好，请您说说。",
        for: ["logistics"],
      },
    ],
    escalate: [
      { text: "{customer}，这件事超出我能定的范围，我已报给{superior}，{decision_due}给您答复。" },
      {
        text: "{customer}，为了不耽误您，我请{superior}来定，{decision_due}一定有消息，您不用再说一遍。",
      },
      {
        text: "{customer}，您的要求我做不了主，已连同记录交给{superior}，编号 {number}，由我继续跟您联系。",
      },
      { text: "我定不了，已报{superior}，{decision_due}回您。", for: ["tiger"] },
      {
        text: "{customer}，您反映的接待问题已交{superior}核对聊天记录，{decision_due}给您说法。",
        for: ["attitude"],
      },
    ],
  },
};
