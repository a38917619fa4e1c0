/** Every sentence the core can say: errors, refusals, notices. {{name}} is filled in. */
export const messages = {
  // anywhere
  unexpected:
    "出了意料之外的错：{{detail}}。已保存的内容没有受影响，请重试；再出现请把这句话发给我们。",
  unknown_call: "没有名为 {{name}} 的功能，请更新到同一版本后再试。",
  bad_input: "{{field}} 填写有误：{{detail}}。",
  busy: "数据库正被另一个程序占用，这次没有写入，请稍后再试。",
  core_gone: "程序没有响应，可能已退出；请重新启动快答台，已保存的内容都在。",
  // doors
  wrong_token: "这个页面的口令不对或已过期，请从程序重新打开。",
  wrong_host: "只接受本机 127.0.0.1 的访问。",
  wrong_origin: "拒绝了来自 {{origin}} 的请求：只接受本程序自己的页面。",
  body_too_large: "内容超过 {{limit}} MB，没有接收。",
  port_taken: "端口 {{port}} 已被占用，请换一个（--port），或不写让程序自己选。",
  hotkeys_on: "全局快捷键已启用。",
  no_display: "没有图形界面，全局快捷键和自动粘贴不可用；页面里选中话术即复制。",
  no_chromium:
    "没有找到 Chromium 或 Chrome，唤不出快捷面板；可在任意浏览器里打开 {{url}}，选中话术即复制。",
  wayland: "当前是 Wayland 桌面，系统不允许全局快捷键和自动粘贴；选中话术即复制，再按 Ctrl+V。",
  no_native: "键盘模块装不上（{{detail}}），全局快捷键不可用；选中话术即复制。",
  shell_no_paste:
    "这个系统上只有桌面版（Electron）能自动粘贴；这里选中话术即复制，再到聊天窗口粘贴。",
  no_accessibility:
    "macOS 还没有给“辅助功能”权限：系统设置 › 隐私与安全性 › 辅助功能 里打开快答台。内容已在剪贴板，请按 Cmd+V。",
  // data folder and database
  data_not_writable: "数据文件夹 {{path}} 不能写入，请换一个（--data）或改权限。",
  database_locked: "数据库 {{path}} 被另一个程序锁住了，请关掉它再启动。",
  database_readonly: "数据库 {{path}} 是只读的，请改成可写再启动。",
  database_damaged:
    "数据库 {{path}} 已损坏：{{detail}}。原文件没有动过，请用 restore 从备份恢复（最近的备份：{{backup}}）。",
  database_newer:
    "数据库 {{path}} 是更新版本的程序写的（{{found}}，本程序只认到 {{known}}），请升级快答台。文件没有改动。",
  migration_failed:
    "升级数据库到 {{version}} 时失败：{{detail}}。旧数据原样保留，升级前的备份在 {{backup}}。",
  disk_full: "磁盘满了，这次没有保存；请腾出空间后重试，已保存的内容都在。",
  instance_running: "快答台已经在用这个数据文件夹（进程 {{pid}}），地址 {{url}}。",
  backup_missing: "没有找到备份 {{path}}。",
  backup_invalid: "{{path}} 不是快答台的备份，或已损坏：{{detail}}。现有数据没有改动。",
  journal_damaged:
    "第 {{entry}} 条记录和写下时不一样，可能被改过或没有传完整。整份都没有收下，请让对方重新导出。",
  no_printing:
    "现在做不成 PDF（{{detail}}）。装上 Chromium、Chrome 或 Edge 后再试，或先导出成文本。",
  backup_failed: "备份没有写成：{{detail}}。为了安全，后面的操作没有进行。",
  store_shrank: "话术从 {{before}} 条变成 {{after}} 条，少得反常；最近的备份在 {{backup}}。",
  // phrases
  phrase_missing: "这条话术已经不在了（可能在回收站）。",
  phrase_empty: "正文不能为空。",
  category_missing: "这个分组已经不在了。",
  category_too_deep: "分组最多 {{limit}} 层。",
  category_exists: "这里已经有名为“{{name}}”的分组。",
  category_into_itself: "不能把分组移到它自己下面。",
  hotkey_invalid:
    "“{{accelerator}}”不能作全局快捷键：要有 Ctrl、Alt、Shift 或 Cmd 加一个键（F1–F24 可单用）。",
  hotkey_taken_phrase: "“{{accelerator}}”已给了话术“{{title}}”。",
  hotkey_taken_palette: "“{{accelerator}}”已用来唤出快捷面板。",
  hotkey_taken_question: "“{{accelerator}}”已用来按买家的话找答案。",
  hotkey_taken_feedback: "“{{accelerator}}”已用来记买家反馈。",
  hotkey_taken_panel: "“{{accelerator}}”已用来开关侧边面板。",
  hotkey_taken_picture: "“{{accelerator}}”已给了图片“{{title}}”。",
  hotkey_taken_system: "“{{accelerator}}”已被{{by}}占用，请换一个。",
  hotkey_taken_other: "“{{accelerator}}”已被别的程序占用，请换一个。",
  hotkey_reserved: "“{{accelerator}}”是{{by}}的快捷键，占用它会打断你的聊天软件，请换一个。",
  history_missing: "这一步记录已经不在了。",
  history_undone: "这一步已经撤销过了。",
  history_overtaken: "这一步之后“{{title}}”又改过，先撤销后面那步再撤销这步。",
  // pictures
  no_imaging:
    "处理图片的部件在这台机器上用不了（{{detail}}），暂时不能添加和缩放图片；已有的图片和其他功能不受影响，重装快答台可修复。",
  picture_empty: "{{file}} 是空文件，请重新保存或下载这张图片。",
  picture_too_large: "{{file}} 有 {{size}} MB，超过 {{limit}} MB，请压缩后再添加。",
  picture_too_many_pixels:
    "{{file}} 展开后有 {{size}} 百万像素，超过 {{limit}} 百万，请缩小尺寸后再添加。",
  picture_format: "{{file}} 是 {{format}}，聊天软件大多不认；请另存为 PNG 或 JPG 再添加。",
  picture_heic:
    "{{file}} 是 HEIC（苹果手机的照片格式），请先转成 JPG 再添加；手机上“设置 › 相机 › 格式 › 兼容性最佳”可以直接拍成 JPG。",
  picture_unknown: "{{file}} 不是图片，或已损坏；请换成 PNG、JPG、WebP 或 GIF。",
  picture_broken: "{{file}} 损坏或没下载完，请重新保存或下载再添加。",
  picture_missing: "这张图片已经不在了。",
  picture_file_gone:
    "图片“{{name}}”的文件不在了（{{path}}），请重新添加同一张图片，话术和商品里的会一起恢复。",
  check_picture_gone: "图片“{{name}}”的文件不在了：{{path}}",
  check_picture_changed: "图片“{{name}}”的文件被改过或已损坏：{{path}}",
  check_picture_strangers: "{{folder}} 里有 {{count}} 个文件不属于任何图片（不影响使用）。",
  // products
  product_missing: "这个商品已经不在了（可能在回收站）。",
  product_sku_needed: "货号不能为空。",
  product_name_needed: "商品名称不能为空。",
  product_sku_taken: "“{{shop}}”里已有货号 {{sku}}（{{name}}），同一家店的货号不能重复。",
  product_trashed: "“{{name}}”在回收站里，请先恢复再选它。",
  // import and export
  import_file_missing: "没有找到文件 {{file}}。",
  import_file_empty: "{{file}} 是空的，没有可导入的内容。",
  import_file_binary:
    "{{file}} 不是文本表格（像是图片、程序或旧版 xls），请另存为 CSV 或 XLSX 再导入。",
  import_file_huge: "{{file}} 有 {{size}} MB，超过 {{limit}} MB，请拆开再导入。",
  import_file_broken: "{{file}} 读不下去：{{detail}}。没有导入任何内容。",
  import_encoding: "{{file}} 的文字编码认不出来，请另存为 UTF-8 再导入。",
  import_body_unsure:
    "分不清 {{file}} 的哪一列是正文（{{headers}}；像是“{{guess}}”），没有导入任何内容。",
  import_no_body_column: "没有找到放正文的列，请在对应表里指定。表头：{{headers}}。",
  import_json_not_ours: "{{file}} 不是快答台导出的 JSON。",
  import_json_newer: "{{file}} 是更新版本的快答台导出的，请先升级。",
  import_body_missing: "正文是空的",
  import_too_long: "太长：{{length}} 字，最多 {{limit}} 字",
  import_category_deep: "分组有 {{depth}} 层，最多 {{limit}} 层",
  import_bad_value: "值“{{value}}”认不出来",
  import_too_many_tags: "标签有 {{count}} 个，最多 {{limit}} 个",
  import_too_many_texts: "文字有 {{count}} 段，最多 {{limit}} 段",
  import_too_many_pictures: "图片有 {{count}} 张，最多 {{limit}} 张",
  import_picture_damaged: "图片“{{name}}”传坏了或被改过，没有收；请重新导出，或另外添加这张图片",
  import_picture_unclear: "图片“{{name}}”的 {{field}} 认不出来，没有收；请重新导出",
  import_row_quote: "引号没有配对，读不出这一行",
  import_row_cells: "有 {{cells}} 格，表头只有 {{limit}} 格，像是逗号没有加引号",
  import_row_garbled: "有乱码，这一行的文字编码不对",
  import_too_many_rows: "{{file}} 超过 {{limit}} 行，请拆开再导入。",
  import_code_unclear:
    "话术库里有几条编码都是“{{shortcut}}”，分不清要改哪条；请在文件里写上同样的标题",
  import_file_cut_short:
    "{{file}} 不完整（可能没下载完），请重新导出或下载后再导入。没有导入任何内容。",
  import_no_sku_column: "没有找到放货号的列，请在“各列是什么”里指定。表头：{{headers}}。",
  import_sku_missing: "货号是空的",
  import_name_missing: "新商品没有名称",
  import_price: "价格“{{value}}”认不出来，写成 129 或 129.90",
  import_sku_twice: "和第 {{row}} 行是同一家店的同一个货号",
  import_sku_in_shops: "几家店铺都有货号 {{sku}}（{{shops}}），请加一列店铺",
  import_too_many_items: "有 {{count}} 项，最多 {{limit}} 项",
  import_cancelled: "已取消，没有导入任何内容。",
  // campaigns and emergencies
  campaign_missing: "这套活动或预案已经不在了。",
  campaign_nameless: "请先起个名字。",
  campaign_phase_nameless: "每个阶段都要有名字。",
  campaign_no_such_time: "“{{name}}”的时间不存在，请按日期和时分填写。",
  campaign_half_dated: "“{{name}}”的开始和结束要一起填，或都空着。",
  campaign_ends_first: "“{{name}}”的结束要晚于开始。",
  campaign_phase_outside: "阶段“{{name}}”超出了活动的时间；请先改活动的时间，或把阶段收进来。",
  campaign_zone_unknown: "没有名为“{{zone}}”的时区，请从列表里选。",
  campaign_phase_missing: "这个阶段已经不在了。",
  campaign_full: "一处最多放 {{limit}} 条话术，请另建一套或分到阶段里。",
  campaign_no_switch: "“{{name}}”是活动，按时间自己开关；只有预案能手动开关。",
  campaign_until_past: "自动关闭的时间已经过了，请选一个以后的时间。",
  campaign_opened: "活动“{{name}}”开始了，{{count}} 条话术排到最前。",
  campaign_closed: "活动“{{name}}”结束了，只在活动中用的话术已收起。",
  emergency_ended: "预案“{{name}}”到点自动关闭，话术已收起。",
  send_not_yet:
    "没有发：“{{title}}”是活动“{{campaign}}”的话术，{{at}} 才开始。现在就要用，请提前活动的开始时间，或把它移出活动。",
  send_undated: "没有发：“{{title}}”属于“{{campaign}}”，还没定时间。请先填上时间，或把它移出来。",
  send_over:
    "没有发：“{{title}}”属于活动“{{campaign}}”，{{at}} 已经结束。还要用，请延长活动，或把它移出活动。",
  send_emergency_off:
    "没有发：“{{title}}”是预案“{{campaign}}”的话术，预案没有开。请先开启预案，或把它移出来。",
  send_other_shop:
    "没有发：“{{title}}”属于“{{campaign}}”，不是给当前店铺的。请换店铺，或把这家店加进去。",
  // the gate
  gate_word_missing: "这个词条已经不在了。",
  gate_word_exists: "“{{word}}”已经在这份清单里了。",
  gate_word_signs: "“{{word}}”里没有文字，查不到东西；请写上字、字母或数字。",
  gate_full: "自加的词最多 {{limit}} 条，请先删去一些。",
  gate_cancelled: "已取消检查，话术没有改动。",
  // paste
  paste_no_target: "没有找到要粘贴的窗口，内容已放在剪贴板，请到聊天窗口按 {{keys}}。",
  paste_target_gone: "聊天窗口已关闭，内容已放在剪贴板，请按 {{keys}} 粘贴。",
  paste_not_focused: "没能回到聊天窗口，内容已放在剪贴板，请按 {{keys}} 粘贴。",
  paste_keys_held: "按键一直没有松开，没有粘贴；内容已放在剪贴板，请按 {{keys}}。",
  paste_elevated: "对方窗口以管理员身份运行，按键到不了；内容已放在剪贴板，请按 {{keys}}。",
  paste_not_read: "目标窗口没有来取内容，可能没有粘上；内容仍在剪贴板，请按 {{keys}} 补粘。",
  paste_failed: "粘贴没有成功（{{detail}}）；内容已放在剪贴板，请按 {{keys}}。",
  paste_picture_unreadable:
    "图片“{{name}}”读不出来（{{detail}}），没有粘贴；原来复制的内容没有动。",
  paste_stopped:
    "共 {{of}} 段，前 {{delivered}} 段已贴出，第 {{next}} 段没有贴出，后面的也停下了；第 {{next}} 段已放在剪贴板，请到聊天窗口按 {{keys}} 接着贴。",
  paste_stopped_picture:
    "共 {{of}} 段，前 {{delivered}} 段已贴出；第 {{next}} 段的图片“{{name}}”读不出来，后面的停下了；原来复制的内容已放回。",
  paste_copied_without_pictures:
    "已复制“{{title}}”，到聊天窗口按 {{keys}}；还有 {{count}} 张图片没有复制，请从图片库另外发。",
  paste_copied: "已复制“{{title}}”，到聊天窗口按 {{keys}}。",
  clipboard_not_restored: "原来复制的内容没能放回剪贴板（{{detail}}），需要的话请再复制一次。",
  review_not_filled: "还没填：{{names}}。填好或删掉〔〕再发。",
  paste_repeated: "{{minutes}} 分钟前刚给这位客户发过这条，还要再发吗？",
  selection_none:
    "没有取到选中的文字：先在聊天窗口里选中买家的话，再按快捷键；也可以直接把话打进面板。",
  clipboard_failed: "剪贴板没有响应（{{detail}}），请再试一次。",
  // final price
  price_piece_unknown: "“{{piece}}”看不懂。先写商品再写优惠，如 299*2 9折 满300减50 券20。",
  price_no_item: "还没有商品：先写标价，几件就乘几，如 299*2。",
  price_bare_number: "“{{piece}}”是商品还是优惠？加一件商品写 +{{piece}}，券写 券{{piece}}。",
  price_amount: "“{{piece}}”不是价钱：写数字，小数最多两位，单价不超过 1000 万元。",
  price_quantity: "“{{piece}}”不是件数：写 1 到 9999 的整数。",
  price_share: "“{{piece}}”不是折扣：写 9折、95折、8.5折；每件减钱写 每件减30。",
  price_reduction: "“{{piece}}”没说减在哪里：每件减写 每件减30，整单减写 券30。",
  price_threshold: "“{{piece}}”没写全：写 满300减50、每满300减50、满200减20/满400减60、3件8折。",
  price_off_too_large: "“{{piece}}”减的不比满的少，请看看两个数是不是写反了。",
  price_pieces: "“{{piece}}”没写全：写 3件8折、第2件半价、第2件5折。",
  price_coupon: "“{{piece}}”不是券：写 券20、券满199减20、20元券，平台的写 平台券20。",
  price_member: "“{{piece}}”不是会员优惠：写 会员95折 或 会员价280。",
  price_item_rule: "“{{piece}}”不是活动价：写 活动价259、活动9折 或 活动每件减30。",
  price_red_packet: "“{{piece}}”不是红包：写 红包5 或 礼品卡50。",
  price_deposit: "“{{piece}}”不是定金：写 定金50抵100，抵的不能比付的少。",
  price_gift: "“{{piece}}”不是赠品：写 送小夜灯、送小夜灯*2 或 满500送小夜灯。",
  price_postage: "“{{piece}}”不是运费：写 运费10、包邮 或 运费10满99包邮。",
  price_modifier:
    "“{{piece}}”看不懂：优惠后面能写 （不与店铺券同享）、（可叠加）、（按标价）或 封顶150。",
  price_too_many: "写得太多：商品最多 {{items}} 种，优惠最多 {{rules}} 条。",
  price_unknown_field:
    "到手价没有“{{piece}}”这一项；能写的有 标价、数量、活动、会员、店铺折扣、满减、券、跨店、平台券、红包、定金、赠品、运费、样式。",
  price_style: "到手价的样式没有“{{piece}}”：写 说明、简短、详细 或 金额。",
  price_scheme_missing: "这个方案已经不在了。",
  price_scheme_name_taken: "这家店已经有名为“{{name}}”的方案，请换个名字。",
  // templates
  template_not_closed:
    "第 {{line}} 行第 {{column}} 字：“{{open}}”后面缺“{{close}}”。如果就是要发出“{{open}}”这两个字符，请写成 {{example}} 。",
  template_empty:
    "第 {{line}} 行第 {{column}} 字：“{{open}}”和“{{close}}”之间是空的。如果就是要发出“{{open}}”，请写成 {{example}} 。",
  template_quote_open: "第 {{line}} 行第 {{column}} 字：引号 {{quote}} 没有配对。",
  template_syntax: "第 {{line}} 行第 {{column}} 字：“{{text}}”放在这里看不懂，请检查标点和写法。",
  template_unknown_name: "第 {{line}} 行第 {{column}} 字：没有叫“{{name}}”的变量。",
  template_unknown_name_near:
    "第 {{line}} 行第 {{column}} 字：没有叫“{{name}}”的变量，是不是“{{near}}”？",
  template_unknown_filter: "第 {{line}} 行第 {{column}} 字：竖线后面没有叫“{{name}}”的处理。",
  template_unknown_filter_near:
    "第 {{line}} 行第 {{column}} 字：竖线后面没有叫“{{name}}”的处理，是不是“{{near}}”？",
  template_unknown_tag: "第 {{line}} 行第 {{column}} 字：没有叫“{{name}}”的标签。",
  template_unknown_tag_near:
    "第 {{line}} 行第 {{column}} 字：没有叫“{{name}}”的标签，是不是“{{near}}”？",
  template_block_not_closed:
    "第 {{line}} 行第 {{column}} 字：“{{name}}”没有结束，请在后面加上“{{close}}”标签。",
  template_block_stray:
    "第 {{line}} 行第 {{column}} 字：“{{name}}”只能用在“{{open}}”里面，前面没有或已经结束了。",
  template_condition_missing: "第 {{line}} 行第 {{column}} 字：“{{name}}”后面要写条件。",
  template_cursor_twice: "第 {{line}} 行第 {{column}} 字：光标位置只能有一处，请删掉多余的。",
  template_too_deep: "第 {{line}} 行第 {{column}} 字：套得太深了，最多 {{limit}} 层。",
  template_too_long:
    "第 {{line}} 行第 {{column}} 字：带变量的文字有 {{length}} 字，最多 {{limit}} 字。",
  template_too_much:
    "第 {{line}} 行第 {{column}} 字：填好以后超过 {{limit}} 字，或者填写太费时，没有填。",
  template_field_name:
    "第 {{line}} 行第 {{column}} 字：要写上问什么，例如“尺码”；名称里不能有点号。",
  template_field_setting:
    "第 {{line}} 行第 {{column}} 字：“{{setting}}”不是这里能用的设置，或者后面缺内容。",
  template_field_number: "第 {{line}} 行第 {{column}} 字：“{{name}}”这里要写数字，“{{text}}”不是。",
  template_field_long: "第 {{line}} 行第 {{column}} 字：名称有 {{length}} 字，最多 {{limit}} 字。",
  template_field_options:
    "第 {{line}} 行第 {{column}} 字：“{{name}}”要列出供选的内容，用逗号隔开，最多 {{limit}} 个。",
  template_field_range: "第 {{line}} 行第 {{column}} 字：“{{name}}”的最小、最大和默认值对不上。",
  template_field_default: "第 {{line}} 行第 {{column}} 字：“{{name}}”的可选内容里没有“{{text}}”。",
  template_field_taken: "第 {{line}} 行第 {{column}} 字：“{{name}}”是已有的变量名，请换一个名称。",
  template_field_clash:
    "第 {{line}} 行第 {{column}} 字：“{{name}}”前面已经问过，但问法不一样；请改成一样的，或换个名称。",
  template_fields_many: "第 {{line}} 行第 {{column}} 字：一条话术最多问 {{limit}} 样。",
  template_filter_takes_nothing: "第 {{line}} 行第 {{column}} 字：“{{name}}”后面不用写内容。",
  template_filter_takes_number: "第 {{line}} 行第 {{column}} 字：“{{name}}”要配一个数字。",
  template_filter_takes_text:
    "第 {{line}} 行第 {{column}} 字：“{{name}}”要配一段文字，放在引号里。",
  template_filter_needs_time:
    "第 {{line}} 行第 {{column}} 字：“{{name}}”只能用在日期或时间后面，例如“今天”“现在”。",
  template_answer_missing: "“{{name}}”还没有填。",
  template_answer_choice: "“{{name}}”只能从给出的内容里选。",
  template_answer_number: "“{{name}}”要填数字。",
  template_answer_range: "“{{name}}”要在 {{min}} 到 {{max}} 之间。",
  template_answer_least: "“{{name}}”最小是 {{min}}。",
  template_answer_most: "“{{name}}”最大是 {{max}}。",
  // customers
  customer_missing: "这位客户的记录已经不在了。",
  customer_empty: "请至少填名字或订单号。",
  clipboard_no_text: "剪贴板里没有文字，请先在聊天窗口复制订单或收货信息。",
  // shops
  shop_missing: "这家店铺已经不在了。",
  shop_exists: "已经有名为“{{name}}”的店铺。",
  shop_variable_name:
    "“{{name}}”不能作变量名：用中文、字母、数字或下划线，不以数字开头，也不能是“名字”。",
  shop_variable_twice: "变量“{{name}}”写了两次。",
  answers_questions_full:
    "“{{title}}”已经记了 {{limit}} 个问法。已有的都还在；请先在编辑器里删掉几个用不上的。",
  wording_topic_missing: "这个优化主题已经不在了。",
  wording_missing: "这条说法已经不在了。",
  wording_there: "这条话术已经在这个主题里了。",
  wording_is_phrase: "这条说法就是话术库里的一条话术，请到话术里修改。",
  wording_is_standard: "它已经是标准话术了。",
  wording_full: "一个主题最多收 {{limit}} 条说法。已有的都在；请先移走几条用不上的。",
  wording_file_large: "这个文件超过 {{limit}} 条话术，请让同事只导出有关的分组。没有写入任何内容。",
  // complaints
  complaint_missing: "没有找到这起投诉，可能属于另一个数据文件夹。",
  complaint_purged: "这起投诉保存期满，已在 {{day}} 清除，只留下 {{events}} 条记录的校验值。",
  complaint_needs_customer: "请至少填买家或订单号，否则以后找不到这起投诉。",
  complaint_record_empty: "记录还是空的，请写下买家或您说了什么。",
  complaint_record_missing: "这起投诉里没有要更正的那条记录。",
  complaint_duty_by_facts: "“{{duty}}”由记录决定，不用勾选：请记下买家的答复或满意度。",
  complaint_closed: "{{number}} 已结案，不能再改；买家又来找，请先“重新打开”。",
  complaint_not_closed: "{{number}} 还没有结案，不用重新打开。",
  complaint_first_stage: "{{number}} 已在第一步，不能再退。",
  complaint_needs_answer_time: "还没有填答应几点前答复。",
  complaint_needs_waiting_told: "还没有告诉买家多久有答复。",
  complaint_needs_record: "还没有任何记录：请把买家的原话或通话经过记下来。",
  complaint_needs_course: "还没有问清整件事的经过。",
  complaint_needs_summary: "还没有复述并请买家确认。",
  complaint_needs_plan: "还没有写处理办法。",
  complaint_needs_plan_time: "处理办法还没有写几时办好。",
  complaint_needs_plan_reason: "处理办法还没有写理由。",
  complaint_needs_plan_told: "还没有把办法、时间和理由告诉买家。",
  complaint_needs_agreement: "买家还没有答应；如果不能满足，请记下怎样向买家说明规定。",
  complaint_needs_approval:
    "补偿 {{fen}} 元超出了 {{role}} 的权限（{{limit}} 元）：请先上报，记下上级的决定。",
  complaint_needs_decision: "{{to}} 还没有决定，请等决定记下来再继续。",
  complaint_needs_result: "还没有把结果告诉买家。",
  complaint_needs_satisfaction: "还没有记下买家满不满意。",
  complaint_needs_policy: "买家没有答应，请写下您是怎样说明规定的。",
  complaint_needs_fen: "请填“{{kind}}”的金额。",
  complaint_no_escalation: "{{number}} 没有等待决定的上报。",
  complaint_decided_above:
    "{{level}}在“{{kind}}”上最多能批 {{limit}} 元，批不了 {{fen}} 元：请先记“不同意”，再报给{{next}}。",
  complaint_escalation_waiting: "{{number}} 已报给 {{to}}，正在等决定。",
  evidence_too_large:
    "“{{file}}”有 {{size}} MB，超过 {{limit}} MB，没有收下；请压缩或剪成几段再添加。",
  evidence_empty: "“{{file}}”是空文件，没有收下。",
  evidence_missing: "证据文件“{{file}}”不在 {{path}}；请从备份或导出的压缩包里放回去。",
  check_evidence_gone: "投诉 {{number}} 的证据“{{file}}”不见了：{{path}}",
  check_evidence_changed: "投诉 {{number}} 的证据“{{file}}”和收下时不一样：{{path}}",
  check_evidence_strangers: "{{folder}} 里有 {{count}} 个文件不属于任何投诉。",
  complaint_zip_too_large:
    "这起投诉的证据共 {{size}} GB，超过一个压缩包能装下的量。请先逐个另存大文件。",
  case_file_invalid: "“{{file}}”不是快答台导出的投诉：{{detail}}。",
  case_file_altered: "“{{file}}”和导出时不一样：{{detail}}。没有收下，请让对方重新导出。",
  // promises
  promise_missing: "这件事已经不在日清里了，请刷新后再看。",
  promise_not_open: "“{{text}}”已经了结，不能再改期、提醒或交接；需要的话先重新打开。",
  promise_not_handed: "“{{text}}”没有交给别人，没有交接内容可给。",
  promise_of_case_decision:
    "“{{number}}”在等上级决定，这件要在投诉里办：记下上级的决定，它就办完了。",
  promise_of_case_follow:
    "“{{number}}”要回访买家，这件要在投诉里办：记下买家是否满意，它就办完了。",
  promise_of_case_deadline: "这是投诉“{{number}}”的期限，不能撤下；请改期，或到投诉里处理。",
  promise_due_past: "新的时间已经过去了，请改成以后的时间。",
  promise_reason_missing: "请写一句改期的原因，方便以后查。",
  promise_to_missing: "请写上交给哪位同事。",
  promise_to_self: "{{name}}就是你自己，请写接手的同事。",
  promise_step_missing: "要撤回的那一步不在记录里，请刷新后再试。",
  promises_undecided: "今天还有 {{count}} 件没有处理：{{names}}。办完、改期或交接之后再核对下班。",
  promise_noted: "已记日清：{{text}}（{{due}}）。",
  promise_due_soon: "还剩 {{minutes}} 分钟：{{text}}{{who}}",
  promise_due_now: "到时间了：{{text}}{{who}}",
  promise_overdue: "已经超时：{{text}}{{who}}",
  promise_due_today: "今天要办完：{{text}}{{who}}",
  promises_due_many: "有 {{count}} 件日清该办了，最急的是：{{text}}",
  handover_empty: "没有交接内容。请把同事发来的整段文字贴进来，或选交接文件。",
  handover_unreadable: "没认出交接内容。请复制整段文字（连同下面的交接码），或选 .json 交接文件。",
  handover_damaged: "交接内容不完整或被改过，一件都没有收下。请同事重新发一次。",
  hotkey_taken_promise: "{{accelerator}} 已用来记日清，请换一个。",
  // urging
  urging_no_order_column:
    "“{{file}}”里没有找到订单号这一列（看到的列：{{headers}}）。请在后台导出待付款订单，第一行要有“订单编号”这样的列名。没有写入任何内容。",
  urging_row_no_order: "没有订单号。",
  urging_row_rounded:
    "订单号“{{value}}”被表格软件改成了科学计数，后几位已经丢了；请重新导出，不要用表格软件另存。",
  urging_order_empty: "请填订单号。",
  urging_order_missing: "名单里没有订单 {{order}}。",
  urging_paid: "订单 {{order}} 在 {{time}} 已经付款，不用再催。",
  urging_closed: "订单 {{order}} 已经关闭或取消，不用再催。",
  urging_paid_today: "{{buyer}} 今天付过另一单（{{other}}），今天不再催。",
  urging_paid_perhaps:
    "店里今天有一单（{{other}}）的付款人也显示为“{{buyer}}”，名字被打了码，可能是同一位买家；确认不是再催。",
  urging_twice: "订单 {{order}} 在 {{time}} 已经催过一次（{{title}}），同一单不催第二次。",
  urging_leave: "订单 {{order}} 的买家已经说不要，或记了“不再打扰”，不要再催。",
  urging_blunt: "“{{word}}”太生硬，会惹买家反感；可以换成“{{instead}}”。",
  // feedback
  feedback_missing: "这条反馈已经不在了。",
  feedback_empty: "请写下买家说了什么。",
  feedback_nothing: "这段时间没有反馈可以导出。",
  // reports
  report_week_unknown: "{{week}} 不是一周：那一年没有这一周。",
  report_week_future: "{{day}} 那一周还没有开始，等开始了再写周报。",
  report_missing: "{{week}} 没有这份周报，可能属于另一个数据文件夹。",
} as const;

export type MessageCode = keyof typeof messages;
export type Messages = Record<MessageCode, string>;
