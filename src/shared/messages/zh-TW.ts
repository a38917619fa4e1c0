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
    "圖片「{{name}}」的檔案不在了（{{path}}），請重新新增同一張圖片，話術和商品裡的會一起恢復。",
  check_picture_gone: "圖片「{{name}}」的檔案不在了：{{path}}",
  check_picture_changed: "圖片「{{name}}」的檔案被改過或已損壞：{{path}}",
  check_picture_strangers: "{{folder}} 裡有 {{count}} 個檔案不屬於任何圖片（不影響使用）。",
  // products
  product_missing: "這個商品已經不在了（可能在資源回收筒）。",
  product_sku_needed: "貨號不能是空的。",
  product_name_needed: "商品名稱不能是空的。",
  product_sku_taken: "「{{shop}}」裡已有貨號 {{sku}}（{{name}}），同一家店的貨號不能重複。",
  product_trashed: "「{{name}}」在資源回收筒裡，請先復原再選它。",
  // import and export
  import_file_missing: "找不到檔案 {{file}}。",
  import_file_empty: "{{file}} 是空的，沒有可匯入的內容。",
  import_file_binary:
    "{{file}} 不是文字表格（看起來是圖片、程式或舊版 xls），請另存為 CSV 或 XLSX 再匯入。",
  import_file_huge: "{{file}} 有 {{size}} MB，超過 {{limit}} MB，請分割後再匯入。",
  import_file_broken: "{{file}} 無法讀取：{{detail}}。沒有匯入任何內容。",
  import_encoding: "無法辨識 {{file}} 的文字編碼，請另存為 UTF-8 再匯入。",
  import_no_body_column: "找不到放正文的欄，請在對應表中指定。表頭：{{headers}}。",
  import_json_not_ours: "{{file}} 不是快答台匯出的 JSON。",
  import_json_newer: "{{file}} 是由較新版本的快答台匯出，請先升級。",
  import_body_missing: "正文是空的",
  import_too_long: "太長：{{length}} 字，最多 {{limit}} 字",
  import_category_deep: "分組有 {{depth}} 層，最多 {{limit}} 層",
  import_bad_value: "無法辨識值「{{value}}」",
  import_too_many_tags: "標籤有 {{count}} 個，最多 {{limit}} 個",
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
  // paste
  paste_no_target: "找不到要貼上的視窗，內容已放到剪貼簿，請到聊天視窗按 {{keys}}。",
  paste_target_gone: "聊天視窗已關閉，內容已放到剪貼簿，請按 {{keys}} 貼上。",
  paste_not_focused: "無法回到聊天視窗，內容已放到剪貼簿，請按 {{keys}} 貼上。",
  paste_keys_held: "按鍵一直沒有放開，所以沒有貼上；內容已放到剪貼簿，請按 {{keys}}。",
  paste_elevated: "對方視窗以系統管理員身分執行，按鍵無法送達；內容已放到剪貼簿，請按 {{keys}}。",
  paste_not_read: "目標視窗沒有讀取內容，可能沒有貼上；內容仍在剪貼簿，請按 {{keys}} 補貼。",
  paste_failed: "貼上沒有成功（{{detail}}）；內容已放到剪貼簿，請按 {{keys}}。",
  paste_copied: "已複製「{{title}}」，請到聊天視窗按 {{keys}}。",
  clipboard_not_restored: "原本複製的內容沒能放回剪貼簿（{{detail}}），需要的話請再複製一次。",
  selection_none:
    "沒有取到選取的文字：先在聊天視窗裡選取買家的話，再按快速鍵；也可以直接把話打進面板。",
  clipboard_failed: "剪貼簿沒有回應（{{detail}}），請再試一次。",
};
