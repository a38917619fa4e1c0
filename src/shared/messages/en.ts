import type { Messages } from "./zh-CN.ts";

/** The core's sentences in English. */
export const messages: Messages = {
  // anywhere
  unexpected:
    "Something went wrong: {{detail}}. Your saved work is not affected. Try again; if it keeps happening, send us this message.",
  unknown_call:
    "There is no function named {{name}}. Update so that both sides run the same version, then try again.",
  bad_input: "{{field}} is not valid: {{detail}}.",
  busy: "Another program is using the database, so nothing was written. Try again in a moment.",
  core_gone:
    "The program is not responding and may have quit. Restart ReplyDeck; everything you saved is still there.",
  // doors
  wrong_token: "This page's access token is wrong or has expired. Open it again from the program.",
  wrong_host: "Only access from this computer (127.0.0.1) is accepted.",
  wrong_origin:
    "The request from {{origin}} was refused: only this program's own pages are accepted.",
  body_too_large: "The content is larger than {{limit}} MB and was not accepted.",
  port_taken:
    "Port {{port}} is already in use. Choose another one (--port), or leave it out to have one picked for you.",
  hotkeys_on: "Global hotkeys are on.",
  no_display:
    "There is no graphical desktop, so global hotkeys and automatic paste are unavailable. Choosing a phrase on the page copies it.",
  no_chromium:
    "Chromium or Chrome was not found, so the quick palette cannot open. Open {{url}} in any browser; choosing a phrase there copies it.",
  wayland:
    "This is a Wayland desktop, which does not allow global hotkeys or automatic paste. Choosing a phrase copies it; then press Ctrl+V.",
  no_native:
    "The keyboard module could not be loaded ({{detail}}), so global hotkeys are unavailable. Choosing a phrase copies it.",
  shell_no_paste:
    "On this system only the desktop edition (Electron) can paste automatically. Choosing a phrase here copies it; then paste it in the chat window.",
  no_accessibility:
    "macOS has not granted the Accessibility permission. Turn on ReplyDeck in System Settings › Privacy & Security › Accessibility. The content is on the clipboard; press Cmd+V.",
  // data folder and database
  data_not_writable:
    "The data folder {{path}} is not writable. Choose another one (--data) or change its permissions.",
  database_locked:
    "The database {{path}} is locked by another program. Close that program, then start again.",
  database_readonly: "The database {{path}} is read-only. Make it writable, then start again.",
  database_damaged:
    "The database {{path}} is damaged: {{detail}}. The original file was left untouched. Use restore to recover from a backup (latest backup: {{backup}}).",
  database_newer:
    "The database {{path}} was written by a newer version ({{found}}; this program reads up to {{known}}). Update ReplyDeck. The file was not changed.",
  migration_failed:
    "Upgrading the database to {{version}} failed: {{detail}}. Your old data is unchanged, and the backup made before the upgrade is at {{backup}}.",
  disk_full:
    "The disk is full, so nothing was saved this time. Free up some space and try again; everything saved earlier is still there.",
  instance_running:
    "ReplyDeck is already using this data folder (process {{pid}}). It is at {{url}}.",
  backup_missing: "The backup {{path}} was not found.",
  backup_invalid:
    "{{path}} is not a ReplyDeck backup, or it is damaged: {{detail}}. Your current data was not changed.",
  backup_failed:
    "The backup could not be written: {{detail}}. To be safe, nothing further was done.",
  store_shrank:
    "The number of phrases went from {{before}} to {{after}}, which is unusually low. The latest backup is at {{backup}}.",
  // phrases
  phrase_missing: "This phrase is no longer here. It may be in the trash.",
  phrase_empty: "The body cannot be empty.",
  category_missing: "This category no longer exists.",
  category_too_deep: "Categories can be at most {{limit}} levels deep.",
  category_exists: "There is already a category named “{{name}}” here.",
  category_into_itself: "A category cannot be moved inside itself.",
  hotkey_invalid:
    "“{{accelerator}}” cannot be a global hotkey. Use Ctrl, Alt, Shift or Cmd plus a key (F1–F24 work alone).",
  hotkey_taken_phrase: "“{{accelerator}}” already belongs to the phrase “{{title}}”.",
  hotkey_taken_palette: "“{{accelerator}}” already opens the quick palette.",
  hotkey_taken_question: "“{{accelerator}}” already looks for the answer to selected text.",
  hotkey_taken_picture: "“{{accelerator}}” already belongs to the picture “{{title}}”.",
  hotkey_taken_system: "“{{accelerator}}” is already used by {{by}}. Choose another one.",
  hotkey_taken_other: "“{{accelerator}}” is already used by another program. Choose another one.",
  hotkey_reserved:
    "“{{accelerator}}” is a shortcut of {{by}}. Taking it would interrupt your chat software; choose another one.",
  history_missing: "This step is no longer in the history.",
  history_undone: "This step has already been undone.",
  history_overtaken:
    "“{{title}}” was changed again after this step. Undo the later step first, then this one.",
  // pictures
  no_imaging:
    "The part that handles pictures does not work on this machine ({{detail}}). Pictures cannot be added or scaled for now; those you have and everything else still work. Reinstalling ReplyDeck repairs it.",
  picture_empty: "{{file}} is an empty file. Save or download the picture again.",
  picture_too_large: "{{file}} has {{size}} MB, more than {{limit}} MB. Compress it, then add it.",
  picture_too_many_pixels:
    "{{file}} has {{size}} million pixels once unpacked, more than {{limit}} million. Make it smaller, then add it.",
  picture_format:
    "{{file}} is a {{format}} file, which most chat clients do not show. Save it as PNG or JPG, then add it.",
  picture_heic:
    "{{file}} is HEIC, the format of iPhone photos. Turn it into JPG first; on the phone Settings › Camera › Formats › Most Compatible takes JPG right away.",
  picture_unknown: "{{file}} is no picture, or is damaged. Use PNG, JPG, WebP or GIF.",
  picture_broken:
    "{{file}} is damaged or was not downloaded to the end. Save or download it again, then add it.",
  picture_missing: "This picture is no longer there.",
  picture_file_gone:
    "The file of the picture “{{name}}” is gone ({{path}}). Add the same picture again; it comes back in phrases and products too.",
  check_picture_gone: "The file of the picture “{{name}}” is gone: {{path}}",
  check_picture_changed: "The file of the picture “{{name}}” was changed or is damaged: {{path}}",
  check_picture_strangers:
    "{{folder}} holds {{count}} files that belong to no picture (they do no harm).",
  // products
  product_missing: "This product is no longer there (it may be in the trash).",
  product_sku_needed: "The SKU must not be empty.",
  product_name_needed: "The product needs a name.",
  product_sku_taken:
    "“{{shop}}” already has the SKU {{sku}} ({{name}}). A SKU can be used once per shop.",
  product_trashed: "“{{name}}” is in the trash. Restore it first, then choose it.",
  // import and export
  import_file_missing: "The file {{file}} was not found.",
  import_file_empty: "{{file}} is empty. There is nothing to import.",
  import_file_binary:
    "{{file}} is not a text table (it looks like an image, a program or an old xls file). Save it as CSV or XLSX, then import it.",
  import_file_huge:
    "{{file}} is {{size}} MB, over the limit of {{limit}} MB. Split it up, then import the parts.",
  import_file_broken: "{{file}} could not be read: {{detail}}. Nothing was imported.",
  import_encoding:
    "The text encoding of {{file}} was not recognised. Save it as UTF-8, then import it.",
  import_no_body_column:
    "No body column was found. Choose one in the column mapping. Headers: {{headers}}.",
  import_json_not_ours: "{{file}} is not JSON exported by ReplyDeck.",
  import_json_newer: "{{file}} was exported by a newer version of ReplyDeck. Update first.",
  import_body_missing: "The body is empty",
  import_too_long: "Too long: {{length}} characters, the limit is {{limit}}",
  import_category_deep: "The category is {{depth}} levels deep, the limit is {{limit}}",
  import_bad_value: "The value “{{value}}” was not recognised",
  import_too_many_tags: "There are {{count}} tags, the limit is {{limit}}",
  import_row_quote: "A quotation mark has no partner, so this row could not be read",
  import_row_cells:
    "There are {{cells}} cells but only {{limit}} headers. A comma may need quotation marks",
  import_row_garbled: "Garbled text: the encoding of this row is wrong",
  import_too_many_rows:
    "{{file}} has more than {{limit}} rows. Split it up, then import the parts.",
  import_code_unclear:
    'Several phrases have the code "{{shortcut}}", so it is not clear which one to change; give the row the same title',
  import_file_cut_short:
    "{{file}} is cut short (the download may not have finished). Export or download it again. Nothing was imported.",
  import_no_sku_column:
    "No column holds the SKU. Choose it under “What the columns are”. Headers: {{headers}}.",
  import_sku_missing: "the SKU is empty",
  import_name_missing: "a new product without a name",
  import_price: "the price “{{value}}” cannot be read; write 129 or 129.90",
  import_sku_twice: "the same SKU of the same shop as row {{row}}",
  import_sku_in_shops: "several shops have the SKU {{sku}} ({{shops}}); add a column for the shop",
  import_too_many_items: "{{count}} items, at most {{limit}}",
  import_cancelled: "Cancelled. Nothing was imported.",
  // paste
  paste_no_target:
    "There was no window to paste into. The content is on the clipboard; go to the chat window and press {{keys}}.",
  paste_target_gone:
    "The chat window was closed. The content is on the clipboard; press {{keys}} to paste.",
  paste_not_focused:
    "Could not return to the chat window. The content is on the clipboard; press {{keys}} to paste.",
  paste_keys_held:
    "Keys were still held down, so nothing was pasted. The content is on the clipboard; press {{keys}}.",
  paste_elevated:
    "That window runs as administrator, so key presses cannot reach it. The content is on the clipboard; press {{keys}}.",
  paste_not_read:
    "The target window did not fetch the content, so it may not have been pasted. It is still on the clipboard; press {{keys}} to paste it.",
  paste_failed:
    "The paste did not succeed ({{detail}}). The content is on the clipboard; press {{keys}}.",
  paste_copied: "Copied “{{title}}”. Go to the chat window and press {{keys}}.",
  clipboard_not_restored:
    "What you had copied could not be put back on the clipboard ({{detail}}). Copy it again if you need it.",
  selection_none:
    "No selected text was found: select the buyer's words in the chat window first, then press the hotkey; or type them into the palette.",
  clipboard_failed: "The clipboard did not respond ({{detail}}). Try again.",
};
