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
  paste_picture_unreadable:
    "The picture “{{name}}” could not be read ({{detail}}), so nothing was pasted. What you had copied is unchanged.",
  paste_stopped:
    "{{delivered}} of {{of}} pieces were pasted; piece {{next}} was not, and the rest were held back. Piece {{next}} is on the clipboard; go to the chat window and press {{keys}} to go on.",
  paste_stopped_picture:
    "{{delivered}} of {{of}} pieces were pasted. The picture “{{name}}” of piece {{next}} could not be read ({{detail}}), and the rest were held back.",
  paste_copied: "Copied “{{title}}”. Go to the chat window and press {{keys}}.",
  clipboard_not_restored:
    "What you had copied could not be put back on the clipboard ({{detail}}). Copy it again if you need it.",
  selection_none:
    "No selected text was found: select the buyer's words in the chat window first, then press the hotkey; or type them into the palette.",
  clipboard_failed: "The clipboard did not respond ({{detail}}). Try again.",
  // final price
  price_piece_unknown:
    "“{{piece}}” is not understood. Write goods first, then discounts: 299*2 10% off, 50 off every 300, coupon 20.",
  price_no_item: "No goods yet: write the list price first, times the pieces, such as 299*2.",
  price_bare_number:
    "Is “{{piece}}” goods or a discount? Write +{{piece}} for goods, coupon {{piece}} for a coupon.",
  price_amount:
    "“{{piece}}” is not a price: write a number with at most two decimals, not above 10 million.",
  price_quantity: "“{{piece}}” is not a number of pieces: write a whole number from 1 to 9999.",
  price_share: "“{{piece}}” is not a discount: write 10% off or 9折; off each piece, 30 off each.",
  price_reduction:
    "“{{piece}}” does not say what it is taken off: write 30 off each for every piece, coupon 30 for the order.",
  price_threshold:
    "“{{piece}}” is not complete: write 50 off 300, 50 off every 300, 20 off 200 / 60 off 400, or 20% off from 3 pieces.",
  price_off_too_large:
    "“{{piece}}” takes off no less than it asks for; please check whether the two numbers are swapped.",
  price_pieces:
    "“{{piece}}” is not complete: write 20% off from 3 pieces, or 2nd piece half price.",
  price_coupon:
    "“{{piece}}” is not a coupon: write coupon 20, coupon 20 off 199, or platform coupon 20.",
  price_member: "“{{piece}}” is not a member offer: write member 5% off or member price 280.",
  price_item_rule:
    "“{{piece}}” is not an offer price: write offer price 259, offer 10% off, or offer 30 off each.",
  price_red_packet: "“{{piece}}” is not a red packet: write red packet 5 or gift card 50.",
  price_deposit:
    "“{{piece}}” is not a deposit: write deposit 50 counts as 100; it cannot count for less than was paid.",
  price_gift: "“{{piece}}” is not a gift: write gift lamp or gift lamp*2.",
  price_postage:
    "“{{piece}}” is not postage: write postage 10, free postage, or postage 10 free postage over 99.",
  price_modifier:
    "“{{piece}}” is not understood: behind a discount you can write (not with shop coupons), (stackable), (on list price) or up to 150.",
  price_too_many: "Too much for one order: at most {{items}} items and {{rules}} discounts.",
  price_unknown_field:
    "The final price has no field “{{piece}}”; there are price, quantity, offer, member, discount, threshold, coupon, crossShop, platformCoupon, redPacket, deposit, gift, postage, style.",
  price_style: "The final price has no style “{{piece}}”: write steps, short, detailed or amount.",
  price_scheme_missing: "This scheme is no longer there.",
  price_scheme_name_taken:
    "This shop already has a scheme named “{{name}}”; please choose another name.",
};
