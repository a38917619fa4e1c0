import type { Messages } from "./zh-CN.ts";

/** The core's sentences in Traditional Chinese, as written in Taiwan. */
export const messages: Messages = {
  // anywhere
  unexpected:
    "發生未預期的錯誤：{{detail}}。已儲存的內容不受影響，請重試；若再次出現，請把這句話傳給我們。",
  unknown_call: "沒有名為 {{name}} 的功能，請更新到相同版本後再試。",
  bad_input: "{{field}} 填寫有誤：{{detail}}。",
  busy: "資料庫正由另一個程式使用，這次沒有寫入，請稍後再試。",
  core_gone: "程式沒有回應，可能已結束；請重新啟動快答台，已儲存的內容都還在。",
  // doors
  wrong_token: "這個頁面的存取權杖不正確或已過期，請從程式重新開啟。",
  wrong_host: "只接受本機 127.0.0.1 的連線。",
  wrong_origin: "已拒絕來自 {{origin}} 的要求：只接受本程式自己的頁面。",
  body_too_large: "內容超過 {{limit}} MB，沒有接收。",
  port_taken: "連接埠 {{port}} 已被占用，請換一個（--port），或不指定、由程式自行選擇。",
  hotkeys_on: "全域快速鍵已開啟。",
  no_display: "沒有圖形介面，無法使用全域快速鍵和自動貼上；在頁面中選取話術即會複製。",
  no_chromium:
    "找不到 Chromium 或 Chrome，無法喚出快捷面板；可在任一瀏覽器開啟 {{url}}，選取話術即會複製。",
  wayland: "目前是 Wayland 桌面，系統不允許全域快速鍵和自動貼上；選取話術即會複製，再按 Ctrl+V。",
  no_native: "鍵盤模組無法載入（{{detail}}），無法使用全域快速鍵；選取話術即會複製。",
  shell_no_paste:
    "這個系統上只有桌面版（Electron）能自動貼上；在這裡選取話術即會複製，再到聊天視窗貼上。",
  no_accessibility:
    "macOS 尚未授予「輔助使用」權限：請到 系統設定 › 隱私權與安全性 › 輔助使用 開啟快答台。內容已在剪貼簿，請按 Cmd+V。",
  // data folder and database
  data_not_writable: "存放資料的資料夾 {{path}} 無法寫入，請換一個（--data）或變更權限。",
  database_locked: "資料庫 {{path}} 被另一個程式鎖定，請關閉該程式再啟動。",
  database_readonly: "資料庫 {{path}} 是唯讀的，請改成可寫入再啟動。",
  database_damaged:
    "資料庫 {{path}} 已損毀：{{detail}}。原檔案未更動，請用 restore 從備份還原（最近的備份：{{backup}}）。",
  database_newer:
    "資料庫 {{path}} 是由較新版本的程式寫入（{{found}}，本程式最高支援 {{known}}），請升級快答台。檔案沒有變更。",
  migration_failed:
    "將資料庫升級到 {{version}} 時失敗：{{detail}}。舊資料原樣保留，升級前的備份在 {{backup}}。",
  disk_full: "磁碟已滿，這次沒有儲存；請騰出空間後重試，先前儲存的內容都還在。",
  instance_running: "快答台已在使用這個存放資料的資料夾（處理程序 {{pid}}），網址 {{url}}。",
  backup_missing: "找不到備份 {{path}}。",
  backup_invalid: "{{path}} 不是快答台的備份，或已損毀：{{detail}}。現有資料沒有變更。",
  journal_damaged:
    "第 {{entry}} 筆紀錄與寫下時不同，可能被改過或沒有傳完整。整份都沒有收下，請對方重新匯出。",
  no_printing:
    "目前無法產生 PDF（{{detail}}）。安裝 Chromium、Chrome 或 Edge 後再試，或先匯出成文字檔。",
  backup_failed: "備份未能寫入：{{detail}}。為了安全，後續操作沒有進行。",
  store_shrank: "話術從 {{before}} 則變成 {{after}} 則，少得不尋常；最近的備份在 {{backup}}。",
  // phrases
  phrase_missing: "這則話術已經不在了（可能在資源回收筒）。",
  phrase_empty: "正文不能空白。",
  category_missing: "這個分組已經不在了。",
  category_too_deep: "分組最多 {{limit}} 層。",
  category_exists: "這裡已有名為「{{name}}」的分組。",
  category_into_itself: "無法將分組移到它自己底下。",
  hotkey_invalid:
    "「{{accelerator}}」不能當作全域快速鍵：需要 Ctrl、Alt、Shift 或 Cmd 加上一個按鍵（F1–F24 可單獨使用）。",
  hotkey_taken_phrase: "「{{accelerator}}」已指定給話術「{{title}}」。",
  hotkey_taken_palette: "「{{accelerator}}」已用來喚出快捷面板。",
  hotkey_taken_question: "「{{accelerator}}」已用來依買家的話找答案。",
  hotkey_taken_feedback: "「{{accelerator}}」已用來記買家意見。",
  hotkey_taken_panel: "「{{accelerator}}」已用來開關側邊面板。",
  hotkey_taken_picture: "「{{accelerator}}」已給了圖片「{{title}}」。",
  hotkey_taken_system: "「{{accelerator}}」已被{{by}}占用，請換一個。",
  hotkey_taken_other: "「{{accelerator}}」已被其他程式占用，請換一個。",
  hotkey_reserved: "「{{accelerator}}」是{{by}}的快速鍵，占用它會干擾你的聊天軟體，請換一個。",
  history_missing: "這一步的紀錄已經不在了。",
  history_undone: "這一步已經復原過了。",
  history_overtaken: "這一步之後「{{title}}」又修改過，請先復原後面那一步，再復原這一步。",
  // pictures
  no_imaging:
    "處理圖片的元件在這台機器上用不了（{{detail}}），暫時不能新增和縮放圖片；已有的圖片和其他功能不受影響，重新安裝快答台可修復。",
  picture_empty: "{{file}} 是空檔案，請重新儲存或下載這張圖片。",
  picture_too_large: "{{file}} 有 {{size}} MB，超過 {{limit}} MB，請壓縮後再新增。",
  picture_too_many_pixels:
    "{{file}} 展開後有 {{size}} 百萬像素，超過 {{limit}} 百萬，請縮小尺寸後再新增。",
  picture_format: "{{file}} 是 {{format}}，聊天軟體大多不認；請另存為 PNG 或 JPG 再新增。",
  picture_heic:
    "{{file}} 是 HEIC（蘋果手機的照片格式），請先轉成 JPG 再新增；手機上「設定 › 相機 › 格式 › 最相容」可以直接拍成 JPG。",
  picture_unknown: "{{file}} 不是圖片，或已損壞；請換成 PNG、JPG、WebP 或 GIF。",
  picture_broken: "{{file}} 損壞或沒下載完，請重新儲存或下載再新增。",
  picture_missing: "這張圖片已經不在了。",
  picture_file_gone:
    "圖片「{{name}}」的檔案不在了（{{path}}），請重新新增同一張圖片，話術和商品裡的會一起回來。",
  check_picture_gone: "圖片「{{name}}」的檔案不在了：{{path}}",
  check_picture_changed: "圖片「{{name}}」的檔案被改過或已損壞：{{path}}",
  check_picture_strangers: "{{folder}} 裡有 {{count}} 個檔案不屬於任何圖片（不影響使用）。",
  // products
  product_missing: "這個商品已經不在了（可能在資源回收筒）。",
  product_sku_needed: "貨號不能是空的。",
  product_name_needed: "商品名稱不能是空的。",
  product_sku_taken: "「{{shop}}」裡已有貨號 {{sku}}（{{name}}），同一家店的貨號不能重複。",
  product_trashed: "「{{name}}」在資源回收筒裡，請先還原再選它。",
  // import and export
  import_file_missing: "找不到檔案 {{file}}。",
  import_file_empty: "{{file}} 是空的，沒有可匯入的內容。",
  import_file_binary:
    "{{file}} 不是文字表格（看起來是圖片、程式或舊版 xls），請另存為 CSV 或 XLSX 再匯入。",
  import_file_huge: "{{file}} 有 {{size}} MB，超過 {{limit}} MB，請分割後再匯入。",
  import_file_broken: "{{file}} 無法讀取：{{detail}}。沒有匯入任何內容。",
  import_encoding: "無法辨識 {{file}} 的文字編碼，請另存為 UTF-8 再匯入。",
  import_body_unsure:
    "分不清 {{file}} 的哪一欄是正文（{{headers}}；像是「{{guess}}」），沒有匯入任何內容。",
  import_no_body_column: "找不到放正文的欄，請在對應表中指定。表頭：{{headers}}。",
  import_json_not_ours: "{{file}} 不是快答台匯出的 JSON。",
  import_json_newer: "{{file}} 是由較新版本的快答台匯出，請先升級。",
  import_body_missing: "正文是空的",
  import_too_long: "太長：{{length}} 字，最多 {{limit}} 字",
  import_category_deep: "分組有 {{depth}} 層，最多 {{limit}} 層",
  import_bad_value: "無法辨識值「{{value}}」",
  import_too_many_tags: "標籤有 {{count}} 個，最多 {{limit}} 個",
  import_too_many_texts: "文字有 {{count}} 段，最多 {{limit}} 段",
  import_too_many_pictures: "圖片有 {{count}} 張，最多 {{limit}} 張",
  import_picture_damaged: "圖片「{{name}}」傳壞了或被改過，沒有收；請重新匯出，或另外新增這張圖片",
  import_picture_unclear: "圖片「{{name}}」的 {{field}} 無法辨識，沒有收；請重新匯出",
  import_row_quote: "引號沒有成對，無法讀取這一列",
  import_row_cells: "有 {{cells}} 格，表頭只有 {{limit}} 格，可能是逗號沒有加引號",
  import_row_garbled: "有亂碼，這一列的文字編碼不正確",
  import_too_many_rows: "{{file}} 超過 {{limit}} 列，請分割後再匯入。",
  import_code_unclear:
    "話術庫裡有幾則編碼都是「{{shortcut}}」，分不清要改哪一則；請在檔案裡寫上同樣的標題",
  import_file_cut_short:
    "{{file}} 不完整（可能沒下載完），請重新匯出或下載後再匯入。沒有匯入任何內容。",
  import_no_sku_column: "沒有找到放貨號的欄，請在「各欄是什麼」裡指定。表頭：{{headers}}。",
  import_sku_missing: "貨號是空的",
  import_name_missing: "新商品沒有名稱",
  import_price: "價格「{{value}}」認不出來，寫成 129 或 129.90",
  import_sku_twice: "和第 {{row}} 列是同一家店的同一個貨號",
  import_sku_in_shops: "幾家店鋪都有貨號 {{sku}}（{{shops}}），請加一欄店鋪",
  import_too_many_items: "有 {{count}} 項，最多 {{limit}} 項",
  import_cancelled: "已取消，沒有匯入任何內容。",
  // campaigns and emergencies
  campaign_missing: "這套活動或預案已經不在了。",
  campaign_nameless: "請先取個名稱。",
  campaign_phase_nameless: "每個階段都要有名稱。",
  campaign_no_such_time: "「{{name}}」的時間不存在，請依日期和時分填寫。",
  campaign_half_dated: "「{{name}}」的開始和結束要一起填，或都留空。",
  campaign_ends_first: "「{{name}}」的結束要晚於開始。",
  campaign_phase_outside: "階段「{{name}}」超出了活動的時間；請先改活動的時間，或把階段收進來。",
  campaign_zone_unknown: "沒有名為「{{zone}}」的時區，請從清單中選擇。",
  campaign_phase_missing: "這個階段已經不在了。",
  campaign_full: "一處最多放 {{limit}} 則話術，請另建一套或分到階段裡。",
  campaign_no_switch: "「{{name}}」是活動，依時間自動開關；只有預案能手動開關。",
  campaign_until_past: "自動關閉的時間已經過了，請選一個之後的時間。",
  campaign_opened: "活動「{{name}}」開始了，{{count}} 則話術排到最前面。",
  campaign_closed: "活動「{{name}}」結束了，只在活動中用的話術已收起。",
  emergency_ended: "預案「{{name}}」時間到自動關閉，話術已收起。",
  send_not_yet:
    "沒有送出：「{{title}}」是活動「{{campaign}}」的話術，{{at}} 才開始。現在就要用，請提前活動的開始時間，或把它移出活動。",
  send_undated:
    "沒有送出：「{{title}}」屬於「{{campaign}}」，還沒定時間。請先填上時間，或把它移出來。",
  send_over:
    "沒有送出：「{{title}}」屬於活動「{{campaign}}」，{{at}} 已經結束。還要用，請延長活動，或把它移出活動。",
  send_emergency_off:
    "沒有送出：「{{title}}」是預案「{{campaign}}」的話術，預案沒有開。請先開啟預案，或把它移出來。",
  send_other_shop:
    "沒有送出：「{{title}}」屬於「{{campaign}}」，不是給目前店鋪的。請換店鋪，或把這家店加進去。",
  // the gate
  gate_word_missing: "這個詞條已經不在了。",
  gate_word_exists: "「{{word}}」已經在這份清單裡了。",
  gate_word_signs: "「{{word}}」裡沒有文字，查不到東西；請寫上字、字母或數字。",
  gate_full: "自行加入的詞最多 {{limit}} 條，請先刪去一些。",
  gate_cancelled: "已取消檢查，話術沒有變動。",
  // paste
  paste_no_target: "找不到要貼上的視窗，內容已放到剪貼簿，請到聊天視窗按 {{keys}}。",
  paste_target_gone: "聊天視窗已關閉，內容已放到剪貼簿，請按 {{keys}} 貼上。",
  paste_not_focused: "無法回到聊天視窗，內容已放到剪貼簿，請按 {{keys}} 貼上。",
  paste_keys_held: "按鍵一直沒有放開，所以沒有貼上；內容已放到剪貼簿，請按 {{keys}}。",
  paste_elevated: "對方視窗以系統管理員身分執行，按鍵無法送達；內容已放到剪貼簿，請按 {{keys}}。",
  paste_not_read: "目標視窗沒有讀取內容，可能沒有貼上；內容仍在剪貼簿，請按 {{keys}} 補貼。",
  paste_failed: "貼上沒有成功（{{detail}}）；內容已放到剪貼簿，請按 {{keys}}。",
  paste_picture_unreadable:
    "圖片「{{name}}」讀不出來（{{detail}}），沒有貼上；原本複製的內容沒有變。",
  paste_stopped:
    "共 {{of}} 段，前 {{delivered}} 段已貼出，第 {{next}} 段沒有貼出，後面的也停下了；第 {{next}} 段已放到剪貼簿，請到聊天視窗按 {{keys}} 接著貼。",
  paste_stopped_picture:
    "共 {{of}} 段，前 {{delivered}} 段已貼出；第 {{next}} 段的圖片「{{name}}」讀不出來，後面的停下了；原本複製的內容已放回。",
  paste_copied_without_pictures:
    "已複製「{{title}}」，請到聊天視窗按 {{keys}}；還有 {{count}} 張圖片沒有複製，請從圖片庫另外傳。",
  paste_copied: "已複製「{{title}}」，請到聊天視窗按 {{keys}}。",
  clipboard_not_restored: "原本複製的內容沒能放回剪貼簿（{{detail}}），需要的話請再複製一次。",
  review_not_filled: "還沒填：{{names}}。填好或刪掉〔〕再傳。",
  paste_repeated: "{{minutes}} 分鐘前剛給這位客戶傳過這則，還要再傳嗎？",
  selection_none:
    "沒有取到選取的文字：先在聊天視窗裡選取買家的話，再按快速鍵；也可以直接把話打進面板。",
  clipboard_failed: "剪貼簿沒有回應（{{detail}}），請再試一次。",
  // final price
  price_piece_unknown: "「{{piece}}」看不懂。先寫商品再寫優惠，例如 299*2 9折 滿300減50 券20。",
  price_no_item: "還沒有商品：先寫標價，幾件就乘幾，例如 299*2。",
  price_bare_number: "「{{piece}}」是商品還是優惠？加一件商品寫 +{{piece}}，折價券寫 券{{piece}}。",
  price_amount: "「{{piece}}」不是價錢：寫數字，小數最多兩位，單價不超過 1000 萬元。",
  price_quantity: "「{{piece}}」不是件數：寫 1 到 9999 的整數。",
  price_share: "「{{piece}}」不是折扣：寫 9折、95折、8.5折；每件減錢寫 每件減30。",
  price_reduction: "「{{piece}}」沒說減在哪裡：每件減寫 每件減30，整單減寫 券30。",
  price_threshold: "「{{piece}}」沒寫全：寫 滿300減50、每滿300減50、滿200減20/滿400減60、3件8折。",
  price_off_too_large: "「{{piece}}」減的不比滿的少，請看看兩個數是不是寫反了。",
  price_pieces: "「{{piece}}」沒寫全：寫 3件8折、第2件半價、第2件5折。",
  price_coupon: "「{{piece}}」不是折價券：寫 券20、券滿199減20、20元券，平台的寫 平台券20。",
  price_member: "「{{piece}}」不是會員優惠：寫 會員95折 或 會員價280。",
  price_item_rule: "「{{piece}}」不是活動價：寫 活動價259、活動9折 或 活動每件減30。",
  price_red_packet: "「{{piece}}」不是紅包：寫 紅包5 或 禮品卡50。",
  price_deposit: "「{{piece}}」不是訂金：寫 訂金50抵100，抵的不能比付的少。",
  price_gift: "「{{piece}}」不是贈品：寫 送小夜燈、送小夜燈*2 或 滿500送小夜燈。",
  price_postage: "「{{piece}}」不是運費：寫 運費10、免運 或 運費10滿99免運。",
  price_modifier:
    "「{{piece}}」看不懂：優惠後面能寫 （不與店鋪券同享）、（可疊加）、（按標價）或 上限150。",
  price_too_many: "寫得太多：商品最多 {{items}} 種，優惠最多 {{rules}} 條。",
  price_unknown_field:
    "實付價沒有「{{piece}}」這一項；能寫的有 標價、數量、活動、會員、店鋪折扣、滿減、券、跨店、平台券、紅包、訂金、贈品、運費、樣式。",
  price_style: "實付價的樣式沒有「{{piece}}」：寫 說明、簡短、詳細 或 金額。",
  price_scheme_missing: "這個方案已經不在了。",
  price_scheme_name_taken: "這家店已經有名為「{{name}}」的方案，請換個名字。",
  // templates
  template_not_closed:
    "第 {{line}} 行第 {{column}} 字：「{{open}}」後面缺少「{{close}}」。如果就是要送出「{{open}}」這兩個字元，請寫成 {{example}} 。",
  template_empty:
    "第 {{line}} 行第 {{column}} 字：「{{open}}」和「{{close}}」之間是空的。如果就是要送出「{{open}}」，請寫成 {{example}} 。",
  template_quote_open: "第 {{line}} 行第 {{column}} 字：引號 {{quote}} 沒有成對。",
  template_syntax:
    "第 {{line}} 行第 {{column}} 字：「{{text}}」放在這裡無法理解，請檢查標點和寫法。",
  template_unknown_name: "第 {{line}} 行第 {{column}} 字：沒有叫「{{name}}」的變數。",
  template_unknown_name_near:
    "第 {{line}} 行第 {{column}} 字：沒有叫「{{name}}」的變數，是不是「{{near}}」？",
  template_unknown_filter: "第 {{line}} 行第 {{column}} 字：直線後面沒有叫「{{name}}」的處理。",
  template_unknown_filter_near:
    "第 {{line}} 行第 {{column}} 字：直線後面沒有叫「{{name}}」的處理，是不是「{{near}}」？",
  template_unknown_tag: "第 {{line}} 行第 {{column}} 字：沒有叫「{{name}}」的標籤。",
  template_unknown_tag_near:
    "第 {{line}} 行第 {{column}} 字：沒有叫「{{name}}」的標籤，是不是「{{near}}」？",
  template_block_not_closed:
    "第 {{line}} 行第 {{column}} 字：「{{name}}」沒有結束，請在後面加上「{{close}}」標籤。",
  template_block_stray:
    "第 {{line}} 行第 {{column}} 字：「{{name}}」只能用在「{{open}}」裡面，前面沒有或已經結束了。",
  template_condition_missing: "第 {{line}} 行第 {{column}} 字：「{{name}}」後面要寫條件。",
  template_cursor_twice: "第 {{line}} 行第 {{column}} 字：游標位置只能有一處，請刪掉多餘的。",
  template_too_deep: "第 {{line}} 行第 {{column}} 字：巢狀太深，最多 {{limit}} 層。",
  template_too_long:
    "第 {{line}} 行第 {{column}} 字：帶變數的文字有 {{length}} 字，最多 {{limit}} 字。",
  template_too_much:
    "第 {{line}} 行第 {{column}} 字：填好以後超過 {{limit}} 字，或者填寫太花時間，沒有填入。",
  template_field_name:
    "第 {{line}} 行第 {{column}} 字：要寫上問什麼，例如「尺寸」；名稱裡不能有點號。",
  template_field_setting:
    "第 {{line}} 行第 {{column}} 字：「{{setting}}」不是這裡能用的設定，或者後面缺少內容。",
  template_field_number:
    "第 {{line}} 行第 {{column}} 字：「{{name}}」這裡要寫數字，「{{text}}」不是。",
  template_field_long: "第 {{line}} 行第 {{column}} 字：名稱有 {{length}} 字，最多 {{limit}} 字。",
  template_field_options:
    "第 {{line}} 行第 {{column}} 字：「{{name}}」要列出可選的內容，用逗號隔開，最多 {{limit}} 個。",
  template_field_range: "第 {{line}} 行第 {{column}} 字：「{{name}}」的最小、最大和預設值不相符。",
  template_field_default:
    "第 {{line}} 行第 {{column}} 字：「{{name}}」的可選內容裡沒有「{{text}}」。",
  template_field_taken:
    "第 {{line}} 行第 {{column}} 字：「{{name}}」是已有的變數名稱，請換一個名稱。",
  template_field_clash:
    "第 {{line}} 行第 {{column}} 字：「{{name}}」前面已經問過，但問法不同；請改成一樣的，或換個名稱。",
  template_fields_many: "第 {{line}} 行第 {{column}} 字：一則話術最多問 {{limit}} 項。",
  template_filter_takes_nothing: "第 {{line}} 行第 {{column}} 字：「{{name}}」後面不用寫內容。",
  template_filter_takes_number: "第 {{line}} 行第 {{column}} 字：「{{name}}」要搭配一個數字。",
  template_filter_takes_text:
    "第 {{line}} 行第 {{column}} 字：「{{name}}」要搭配一段文字，放在引號裡。",
  template_filter_needs_time:
    "第 {{line}} 行第 {{column}} 字：「{{name}}」只能用在日期或時間後面，例如「今天」「現在」。",
  template_answer_missing: "「{{name}}」還沒有填。",
  template_answer_choice: "「{{name}}」只能從列出的內容裡選。",
  template_answer_number: "「{{name}}」要填數字。",
  template_answer_range: "「{{name}}」要在 {{min}} 到 {{max}} 之間。",
  template_answer_least: "「{{name}}」最小是 {{min}}。",
  template_answer_most: "「{{name}}」最大是 {{max}}。",
  // customers
  customer_missing: "這位客戶的紀錄已經不在了。",
  customer_empty: "請至少填名字或訂單編號。",
  clipboard_no_text: "剪貼簿裡沒有文字，請先在聊天視窗複製訂單或收件資訊。",
  // shops
  shop_missing: "這家店鋪已經不在了。",
  shop_exists: "已經有名為「{{name}}」的店鋪。",
  shop_variable_name:
    "「{{name}}」不能當變數名稱：請用中文、字母、數字或底線，不以數字開頭，也不能是「名字」。",
  shop_variable_twice: "變數「{{name}}」寫了兩次。",
  answers_questions_full:
    "「{{title}}」已經記了 {{limit}} 個問法。原有的都還在；請先在編輯器裡刪掉幾個用不到的。",
  wording_topic_missing: "這個優化主題已經不在了。",
  wording_missing: "這條說法已經不在了。",
  wording_there: "這條話術已經在這個主題裡了。",
  wording_is_phrase: "這條說法就是話術庫裡的一條話術，請到話術裡修改。",
  wording_is_standard: "它已經是標準話術了。",
  wording_full: "一個主題最多收 {{limit}} 條說法。原有的都在；請先移走幾條用不到的。",
  wording_file_large: "這個檔案超過 {{limit}} 條話術，請讓同事只匯出相關的分組。沒有寫入任何內容。",
  // complaints
  complaint_missing: "找不到這起客訴，可能屬於另一個資料資料夾。",
  complaint_purged: "這起客訴保存期滿，已於 {{day}} 清除，只留下 {{events}} 筆紀錄的校驗值。",
  complaint_needs_customer: "請至少填買家或訂單編號，否則日後找不到這起客訴。",
  complaint_record_empty: "紀錄還是空的，請寫下買家或您說了什麼。",
  complaint_record_missing: "這起客訴裡沒有要更正的那筆紀錄。",
  complaint_duty_by_facts: "「{{duty}}」由紀錄決定，不用勾選：請記下買家的回覆或滿意度。",
  complaint_closed: "{{number}} 已結案，不能再改；買家又來找，請先「重新開啟」。",
  complaint_not_closed: "{{number}} 還沒有結案，不用重新開啟。",
  complaint_first_stage: "{{number}} 已在第一步，不能再退。",
  complaint_needs_answer_time: "還沒有填答應幾點前回覆。",
  complaint_needs_waiting_told: "還沒有告訴買家多久有回覆。",
  complaint_needs_record: "還沒有任何紀錄：請把買家的原話或通話經過記下來。",
  complaint_needs_course: "還沒有問清整件事的經過。",
  complaint_needs_summary: "還沒有複述並請買家確認。",
  complaint_needs_plan: "還沒有寫處理辦法。",
  complaint_needs_plan_time: "處理辦法還沒有寫何時辦好。",
  complaint_needs_plan_reason: "處理辦法還沒有寫理由。",
  complaint_needs_plan_told: "還沒有把辦法、時間和理由告訴買家。",
  complaint_needs_agreement: "買家還沒有答應；若無法滿足，請記下怎樣向買家說明規定。",
  complaint_needs_approval:
    "補償 {{fen}} 元超出 {{role}} 的權限（{{limit}} 元）：請先呈報，記下上級的決定。",
  complaint_needs_decision: "{{to}} 還沒有決定，請等決定記下來再繼續。",
  complaint_needs_result: "還沒有把結果告訴買家。",
  complaint_needs_satisfaction: "還沒有記下買家滿不滿意。",
  complaint_needs_policy: "買家沒有答應，請寫下您是怎樣說明規定的。",
  complaint_needs_fen: "請填「{{kind}}」的金額。",
  complaint_no_escalation: "{{number}} 沒有等待決定的呈報。",
  complaint_decided_above:
    "{{level}}在「{{kind}}」上最多能核准 {{limit}} 元，無法核准 {{fen}} 元：請先記「不同意」，再呈報{{next}}。",
  complaint_escalation_waiting: "{{number}} 已呈報 {{to}}，正在等決定。",
  evidence_too_large:
    "「{{file}}」有 {{size}} MB，超過 {{limit}} MB，沒有收下；請壓縮或剪成幾段再加入。",
  evidence_empty: "「{{file}}」是空檔案，沒有收下。",
  evidence_missing: "證據檔案「{{file}}」不在 {{path}}；請從備份或匯出的壓縮檔放回去。",
  check_evidence_gone: "客訴 {{number}} 的證據「{{file}}」不見了：{{path}}",
  check_evidence_changed: "客訴 {{number}} 的證據「{{file}}」和收下時不一樣：{{path}}",
  check_evidence_strangers: "{{folder}} 裡有 {{count}} 個檔案不屬於任何客訴。",
  complaint_zip_too_large:
    "這起客訴的證據共 {{size}} GB，超過一個壓縮檔能裝下的量。請先逐一另存大檔案。",
  case_file_invalid: "「{{file}}」不是快答台匯出的客訴：{{detail}}。",
  case_file_altered: "「{{file}}」和匯出時不一樣：{{detail}}。沒有收下，請對方重新匯出。",
  // promises
  promise_missing: "這件事已經不在日清裡了，請重新整理後再看。",
  promise_not_open: "「{{text}}」已經了結，不能再改期、提醒或交接；需要的話先重新開啟。",
  promise_not_handed: "「{{text}}」沒有交給別人，沒有交接內容可給。",
  promise_of_case_decision:
    "「{{number}}」在等上級決定，這件要在客訴裡辦：記下上級的決定，它就辦完了。",
  promise_of_case_follow:
    "「{{number}}」要回訪買家，這件要在客訴裡辦：記下買家是否滿意，它就辦完了。",
  promise_of_case_deadline: "這是客訴「{{number}}」的期限，不能撤下；請改期，或到客訴裡處理。",
  promise_due_past: "新的時間已經過去了，請改成以後的時間。",
  promise_reason_missing: "請寫一句改期的原因，方便以後查。",
  promise_to_missing: "請寫上交給哪位同事。",
  promise_to_self: "{{name}}就是你自己，請寫接手的同事。",
  promise_step_missing: "要復原的那一步不在記錄裡，請重新整理後再試。",
  promises_undecided: "今天還有 {{count}} 件沒有處理：{{names}}。辦完、改期或交接之後再核對下班。",
  promise_noted: "已記日清：{{text}}（{{due}}）。",
  promise_due_soon: "還剩 {{minutes}} 分鐘：{{text}}{{who}}",
  promise_due_now: "到時間了：{{text}}{{who}}",
  promise_overdue: "已經逾時：{{text}}{{who}}",
  promise_due_today: "今天要辦完：{{text}}{{who}}",
  promises_due_many: "有 {{count}} 件日清該辦了，最急的是：{{text}}",
  handover_empty: "沒有交接內容。請把同事傳來的整段文字貼進來，或選交接檔案。",
  handover_unreadable: "認不出交接內容。請複製整段文字（連同下面的交接碼），或選 .json 交接檔案。",
  handover_damaged: "交接內容不完整或被改過，一件都沒有收下。請同事重新傳一次。",
  hotkey_taken_promise: "{{accelerator}} 已用來記日清，請換一個。",
  // urging
  urging_no_order_column:
    "「{{file}}」裡找不到訂單編號這一欄（看到的欄位：{{headers}}）。請在後台匯出待付款訂單，第一列要有「訂單編號」這樣的欄名。沒有寫入任何內容。",
  urging_row_no_order: "沒有訂單編號。",
  urging_row_rounded:
    "訂單編號「{{value}}」被試算表改成科學記號，後面幾位已經不見了；請重新匯出，不要用試算表另存。",
  urging_order_empty: "請填訂單編號。",
  urging_order_missing: "名單裡沒有訂單 {{order}}。",
  urging_paid: "訂單 {{order}} 在 {{time}} 已經付款，不用再催。",
  urging_closed: "訂單 {{order}} 已經關閉或取消，不用再催。",
  urging_paid_today: "{{buyer}} 今天付過另一單（{{other}}），今天不再催。",
  urging_paid_perhaps:
    "店裡今天有一單（{{other}}）的付款人也顯示為「{{buyer}}」，名字被遮住了，可能是同一位買家；確認不是再催。",
  urging_twice: "訂單 {{order}} 在 {{time}} 已經催過一次（{{title}}），同一單不催第二次。",
  urging_leave: "訂單 {{order}} 的買家已經說不要，或記了「不再打擾」，不要再催。",
  urging_blunt: "「{{word}}」太生硬，會讓買家反感；可以換成「{{instead}}」。",
  // feedback
  feedback_missing: "這則意見已經不在了。",
  feedback_empty: "請寫下買家說了什麼。",
  feedback_nothing: "這段時間沒有意見可以匯出。",
  // reports
  report_week_unknown: "{{week}} 不是一週：那一年沒有這一週。",
  report_week_future: "{{day}} 那一週還沒有開始，等開始了再寫週報。",
  report_missing: "{{week}} 沒有這份週報，可能屬於另一個資料資料夾。",
};
