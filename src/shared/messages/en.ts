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
  journal_damaged:
    "Record {{entry}} is not what was written; it may have been edited or cut short. Nothing was taken in. Ask for it to be exported again.",
  no_printing:
    "A PDF cannot be made now ({{detail}}). Install Chromium, Chrome or Edge and try again, or export as text.",
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
  hotkey_taken_feedback: "“{{accelerator}}” already notes what a buyer says.",
  hotkey_taken_panel: "“{{accelerator}}” already shows and hides the side panel.",
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
  import_body_unsure:
    "It is not clear which column of {{file}} is the body ({{headers}}; “{{guess}}” looks likely). Nothing was imported.",
  import_no_body_column:
    "No body column was found. Choose one in the column mapping. Headers: {{headers}}.",
  import_json_not_ours: "{{file}} is not JSON exported by ReplyDeck.",
  import_json_newer: "{{file}} was exported by a newer version of ReplyDeck. Update first.",
  import_body_missing: "The body is empty",
  import_too_long: "Too long: {{length}} characters, the limit is {{limit}}",
  import_category_deep: "The category is {{depth}} levels deep, the limit is {{limit}}",
  import_bad_value: "The value “{{value}}” was not recognised",
  import_too_many_tags: "There are {{count}} tags, the limit is {{limit}}",
  import_too_many_texts: "There are {{count}} texts, the limit is {{limit}}",
  import_too_many_pictures: "There are {{count}} pictures, the limit is {{limit}}",
  import_picture_damaged:
    "The picture “{{name}}” was damaged on the way or changed, and was left out. Export again, or add the picture by itself",
  import_picture_unclear:
    "The {{field}} of the picture “{{name}}” was not recognised, and the picture was left out. Export again",
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
  // campaigns and emergencies
  campaign_missing: "This campaign or emergency set is no longer there.",
  campaign_nameless: "Give it a name first.",
  campaign_phase_nameless: "Every phase needs a name.",
  campaign_no_such_time:
    "“{{name}}” has a time that does not exist; enter a date with hours and minutes.",
  campaign_half_dated: "“{{name}}” needs both a start and an end, or neither.",
  campaign_ends_first: "“{{name}}” must end after it starts.",
  campaign_phase_outside:
    "The phase “{{name}}” reaches beyond the campaign; change the campaign's time first, or bring the phase inside.",
  campaign_zone_unknown: "There is no time zone called “{{zone}}”; choose one from the list.",
  campaign_phase_missing: "This phase is no longer there.",
  campaign_full: "One place holds at most {{limit}} phrases; make another set or use phases.",
  campaign_no_switch:
    "“{{name}}” is a campaign and opens by its dates; only emergency sets are switched by hand.",
  campaign_until_past: "The time to switch off has already passed; choose a later one.",
  campaign_opened: "Campaign “{{name}}” has begun; its {{count}} phrases now come first.",
  campaign_closed: "Campaign “{{name}}” is over; the phrases kept for it are put away.",
  emergency_ended: "Emergency set “{{name}}” switched itself off; its phrases are put away.",
  send_not_yet:
    "Not sent: “{{title}}” belongs to the campaign “{{campaign}}”, which starts {{at}}. To use it now, start the campaign earlier or take the phrase out of it.",
  send_undated:
    "Not sent: “{{title}}” belongs to “{{campaign}}”, which has no dates yet. Set its dates, or take the phrase out of it.",
  send_over:
    "Not sent: “{{title}}” belongs to the campaign “{{campaign}}”, which ended {{at}}. To go on using it, extend the campaign or take the phrase out of it.",
  send_emergency_off:
    "Not sent: “{{title}}” belongs to the emergency set “{{campaign}}”, which is off. Switch the set on, or take the phrase out of it.",
  send_other_shop:
    "Not sent: “{{title}}” belongs to “{{campaign}}”, which is not for this shop. Change shops, or add this shop to the set.",
  // the gate
  gate_word_missing: "This entry is no longer there.",
  gate_word_exists: "“{{word}}” is already on this list.",
  gate_word_signs:
    "“{{word}}” has no letters, so nothing could be found by it; write characters, letters or digits.",
  gate_full: "There can be {{limit}} entries of your own; remove some first.",
  gate_cancelled: "The check was cancelled; no phrase was changed.",
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
    "{{delivered}} of {{of}} pieces were pasted. The picture “{{name}}” of piece {{next}} could not be read, and the rest were held back. What you had copied is back.",
  paste_copied_without_pictures:
    "Copied “{{title}}”. Go to the chat window and press {{keys}}. Pictures not copied: {{count}}; send them from the picture library.",
  paste_copied: "Copied “{{title}}”. Go to the chat window and press {{keys}}.",
  clipboard_not_restored:
    "What you had copied could not be put back on the clipboard ({{detail}}). Copy it again if you need it.",
  review_not_filled:
    "Not filled in yet: {{names}}. Fill it in, or take the 〔〕 out, before sending.",
  paste_repeated: "This was sent to the same customer {{minutes}} minutes ago. Send it again?",
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
  // templates
  template_not_closed:
    "Line {{line}}, character {{column}}: “{{open}}” has no “{{close}}” after it. To send the two characters “{{open}}” themselves, write {{example}} .",
  template_empty:
    "Line {{line}}, character {{column}}: there is nothing between “{{open}}” and “{{close}}”. To send “{{open}}” itself, write {{example}} .",
  template_quote_open:
    "Line {{line}}, character {{column}}: the quotation mark {{quote}} is not closed.",
  template_syntax:
    "Line {{line}}, character {{column}}: “{{text}}” cannot be understood here. Check the punctuation.",
  template_unknown_name:
    "Line {{line}}, character {{column}}: there is no variable named “{{name}}”.",
  template_unknown_name_near:
    "Line {{line}}, character {{column}}: there is no variable named “{{name}}”. Did you mean “{{near}}”?",
  template_unknown_filter:
    "Line {{line}}, character {{column}}: there is no filter named “{{name}}”.",
  template_unknown_filter_near:
    "Line {{line}}, character {{column}}: there is no filter named “{{name}}”. Did you mean “{{near}}”?",
  template_unknown_tag: "Line {{line}}, character {{column}}: there is no tag named “{{name}}”.",
  template_unknown_tag_near:
    "Line {{line}}, character {{column}}: there is no tag named “{{name}}”. Did you mean “{{near}}”?",
  template_block_not_closed:
    "Line {{line}}, character {{column}}: “{{name}}” is not ended. Add the tag “{{close}}” after it.",
  template_block_stray:
    "Line {{line}}, character {{column}}: “{{name}}” belongs inside “{{open}}”, which is missing or already ended.",
  template_condition_missing:
    "Line {{line}}, character {{column}}: “{{name}}” needs a condition after it.",
  template_cursor_twice:
    "Line {{line}}, character {{column}}: there can be only one cursor place. Remove the others.",
  template_too_deep:
    "Line {{line}}, character {{column}}: blocks may be nested at most {{limit}} deep.",
  template_too_long:
    "Line {{line}}, character {{column}}: a text with variables may have {{limit}} characters; this one has {{length}}.",
  template_too_much:
    "Line {{line}}, character {{column}}: filled in, this would exceed {{limit}} characters or take too long. Nothing was filled in.",
  template_field_name:
    "Line {{line}}, character {{column}}: say what to ask for, such as “size”; the name cannot contain a dot.",
  template_field_setting:
    "Line {{line}}, character {{column}}: “{{setting}}” is not a setting that works here, or its value is missing.",
  template_field_number:
    "Line {{line}}, character {{column}}: “{{name}}” needs a number here; “{{text}}” is none.",
  template_field_long:
    "Line {{line}}, character {{column}}: the name has {{length}} characters; at most {{limit}} are allowed.",
  template_field_options:
    "Line {{line}}, character {{column}}: list what can be chosen for “{{name}}”, separated by commas, at most {{limit}}.",
  template_field_range:
    "Line {{line}}, character {{column}}: the smallest, largest and default value of “{{name}}” do not fit together.",
  template_field_default:
    "Line {{line}}, character {{column}}: “{{text}}” is not among the choices of “{{name}}”.",
  template_field_taken:
    "Line {{line}}, character {{column}}: “{{name}}” is the name of a variable. Choose another name.",
  template_field_clash:
    "Line {{line}}, character {{column}}: “{{name}}” was asked before in another way. Ask it the same way or choose another name.",
  template_fields_many:
    "Line {{line}}, character {{column}}: one phrase can ask for at most {{limit}} things.",
  template_filter_takes_nothing:
    "Line {{line}}, character {{column}}: “{{name}}” takes nothing after it.",
  template_filter_takes_number: "Line {{line}}, character {{column}}: “{{name}}” needs a number.",
  template_filter_takes_text:
    "Line {{line}}, character {{column}}: “{{name}}” needs a text in quotation marks.",
  template_filter_needs_time:
    "Line {{line}}, character {{column}}: “{{name}}” works only after a date or time, such as “today” or “now”.",
  template_answer_missing: "“{{name}}” is not filled in yet.",
  template_answer_choice: "Choose one of the given values for “{{name}}”.",
  template_answer_number: "“{{name}}” must be a number.",
  template_answer_range: "“{{name}}” must be between {{min}} and {{max}}.",
  template_answer_least: "“{{name}}” must be at least {{min}}.",
  template_answer_most: "“{{name}}” must be at most {{max}}.",
  // customers
  customer_missing: "This customer's record is no longer there.",
  customer_empty: "Fill in at least a name or an order number.",
  clipboard_no_text:
    "There is no text on the clipboard. Copy the order or delivery details in the chat window first.",
  // shops
  shop_missing: "This shop is no longer there.",
  shop_exists: "There is already a shop named “{{name}}”.",
  shop_variable_name:
    "“{{name}}” cannot be a variable's name: use letters, Chinese characters, digits or underscores, do not begin with a digit, and do not use “name”.",
  shop_variable_twice: "The variable “{{name}}” is there twice.",
  answers_questions_full:
    "“{{title}}” already knows {{limit}} questions. They are all kept; remove some in the editor first.",
  wording_topic_missing: "This topic is no longer there.",
  wording_missing: "This wording is no longer there.",
  wording_there: "This phrase is in the topic already.",
  wording_is_phrase: "This wording is a phrase of the library; please change it under Phrases.",
  wording_is_standard: "It is the standard already.",
  wording_full:
    "A topic holds up to {{limit}} wordings. All are kept; remove some you do not need first.",
  wording_file_large:
    "This file has more than {{limit}} phrases; ask your colleague to export only the category in question. Nothing was written.",
  // complaints
  complaint_missing: "This complaint was not found; it may belong to another data folder.",
  complaint_purged:
    "This complaint was kept for long enough and removed on {{day}}; the sums of its {{events}} entries stay.",
  complaint_needs_customer:
    "Give the buyer or the order number at least, or this complaint cannot be found again.",
  complaint_record_empty: "The record is empty: write down what the buyer or you said.",
  complaint_record_missing: "The record to correct is not in this complaint.",
  complaint_duty_by_facts:
    "“{{duty}}” follows from what is recorded and is not ticked: record the buyer's answer or satisfaction.",
  complaint_closed:
    "{{number}} is closed and cannot be changed; if the buyer came again, reopen it first.",
  complaint_not_closed: "{{number}} is not closed, there is nothing to reopen.",
  complaint_first_stage: "{{number}} is in its first stage and cannot go back.",
  complaint_needs_answer_time: "The time of the promised answer is not filled in.",
  complaint_needs_waiting_told: "The buyer has not been told how long the answer takes.",
  complaint_needs_record: "There is no record yet: write down the buyer's words or the call.",
  complaint_needs_course: "The whole course of events has not been asked.",
  complaint_needs_summary: "It has not been summed up and confirmed by the buyer.",
  complaint_needs_plan: "There is no plan yet.",
  complaint_needs_plan_time: "The plan does not say by when.",
  complaint_needs_plan_reason: "The plan does not say why.",
  complaint_needs_plan_told: "The buyer has not been told the measure, its time and reason.",
  complaint_needs_agreement:
    "The buyer has not agreed; if it cannot be met, note how the policy was explained.",
  complaint_needs_approval:
    "A compensation of {{fen}} yuan is above the authority of the {{role}} ({{limit}} yuan): escalate it and record the decision.",
  complaint_needs_decision: "{{to}} has not decided yet; go on once the decision is recorded.",
  complaint_needs_result: "The buyer has not been told the result.",
  complaint_needs_satisfaction: "The buyer's satisfaction has not been recorded.",
  complaint_needs_policy: "The buyer did not agree: write down how you explained the policy.",
  complaint_needs_fen: "Fill in the amount of “{{kind}}”.",
  complaint_no_escalation: "{{number}} has no escalation that waits for a decision.",
  complaint_decided_above:
    "The {{level}} may approve at most {{limit}} yuan for “{{kind}}”, not {{fen}} yuan: record “Declined”, then escalate to the {{next}}.",
  complaint_escalation_waiting: "{{number}} is with {{to}} and waits for the decision.",
  evidence_too_large:
    "“{{file}}” has {{size}} MB, more than {{limit}} MB, and was not kept; compress it or cut it into parts.",
  evidence_empty: "“{{file}}” is empty and was not kept.",
  evidence_missing:
    "The evidence file “{{file}}” is not at {{path}}; put it back from a backup or an exported case.",
  check_evidence_gone: "Evidence “{{file}}” of complaint {{number}} is gone: {{path}}",
  check_evidence_changed:
    "Evidence “{{file}}” of complaint {{number}} is not what was kept: {{path}}",
  check_evidence_strangers: "{{count}} files in {{folder}} belong to no complaint.",
  complaint_zip_too_large:
    "The evidence of this complaint has {{size}} GB, more than one zip holds. Save the large files one by one first.",
  case_file_invalid: "“{{file}}” is no complaint exported by ReplyDeck: {{detail}}.",
  case_file_altered:
    "“{{file}}” is not as it was exported: {{detail}}. Nothing was taken in; ask for a new export.",
  // promises
  promise_missing: "This promise is no longer on the list. Refresh and look again.",
  promise_not_open:
    "“{{text}}” is closed, so it cannot be put off, snoozed or handed over. Reopen it first if need be.",
  promise_not_handed: "“{{text}}” was not handed to anybody, so there is nothing to give out.",
  promise_of_case_decision:
    "“{{number}}” waits for a superior. Record the decision in the complaint; that settles it.",
  promise_of_case_follow:
    "“{{number}}” waits for the follow-up. Record in the complaint how satisfied the buyer is; that settles it.",
  promise_of_case_deadline:
    "This is a deadline of complaint “{{number}}” and cannot be withdrawn. Carry it over, or settle it in the complaint.",
  promise_due_past: "The new time is already past. Choose a later one.",
  promise_reason_missing: "Say in a few words why it is put off, so that it can be looked up.",
  promise_to_missing: "Say which colleague takes it over.",
  promise_to_self: "{{name}} is you. Name the colleague who takes over.",
  promise_step_missing: "The step to take back is not in the records. Refresh and try again.",
  promises_undecided:
    "{{count}} still open today: {{names}}. Do, put off or hand over each before closing the day.",
  promise_noted: "Promise noted: {{text}} ({{due}}).",
  promise_due_soon: "{{minutes}} min left: {{text}}{{who}}",
  promise_due_now: "Due now: {{text}}{{who}}",
  promise_overdue: "Overdue: {{text}}{{who}}",
  promise_due_today: "To be done today: {{text}}{{who}}",
  promises_due_many: "{{count}} promises need you now; most pressing: {{text}}",
  handover_empty:
    "There is nothing to take in. Paste the whole text your colleague sent, or choose the file.",
  handover_unreadable:
    "This is not a hand-over. Copy the whole text with the letters below it, or choose the .json file.",
  handover_damaged:
    "The hand-over is incomplete or was changed; nothing was taken in. Ask your colleague to send it again.",
  hotkey_taken_promise: "{{accelerator}} already notes promises. Choose another.",
  // urging
  urging_no_order_column:
    "No column of order numbers was found in “{{file}}” (its columns: {{headers}}). Export the unpaid orders from your shop; the first row needs a name such as “Order number”. Nothing was changed.",
  urging_row_no_order: "There is no order number.",
  urging_row_rounded:
    "A spreadsheet has rounded the order number to “{{value}}”, so its last digits are lost. Export it again and do not save it from the spreadsheet.",
  urging_order_empty: "Fill in the order number.",
  urging_order_missing: "Order {{order}} is not on the list.",
  urging_paid: "Order {{order}} was paid at {{time}}: there is nothing to remind of.",
  urging_closed: "Order {{order}} was closed or cancelled: there is nothing to remind of.",
  urging_paid_today:
    "{{buyer}} paid another order today ({{other}}), and is not reminded again today.",
  urging_paid_perhaps:
    "Somebody shown as “{{buyer}}” paid an order in this shop today ({{other}}). The name is masked, so it may be the same buyer; go on only if you know it is not.",
  urging_twice:
    "Order {{order}} was already reminded at {{time}} ({{title}}). The same order is not reminded twice.",
  urging_leave:
    "The buyer of order {{order}} said no, or is to be left alone. Do not remind them again.",
  urging_blunt: "“{{word}}” is too blunt and puts buyers off. Say “{{instead}}” instead.",
  // feedback
  feedback_missing: "This feedback is not there any more.",
  feedback_empty: "Write down what the buyer said.",
  feedback_nothing: "There is no feedback from that time to export.",
  // reports
  report_week_unknown: "There is no week {{week}}: that year has fewer weeks. Choose another one.",
  report_week_future: "The week of {{day}} has not begun. Write its report once it has.",
  report_missing: "There is no such report for {{week}}; it may belong to another data folder.",
};
