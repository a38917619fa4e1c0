import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../api/hooks.ts";
import { sentence } from "../i18n/i18n.ts";
import { acceleratorOf } from "./accelerator.ts";
import "./ui.css";

interface HotkeyFieldProps {
  /** Accelerator such as "Ctrl+Alt+1"; null when there is none. */
  readonly value: string | null;
  readonly onChange: (accelerator: string | null) => void;
  /** The phrase, picture or action it is for: its own hotkey is not a conflict. */
  readonly ownerId?: string | null;
  readonly label: string;
  /** False where a hotkey must be there (the palette). */
  readonly clearable?: boolean;
  /** Already in force: not asked about until it is changed. */
  readonly saved?: string | null;
  readonly disabled?: boolean;
}

/** Records a global hotkey: click, press the keys; says at once who has it when it is taken. */
export function HotkeyField(props: HotkeyFieldProps) {
  const {
    value,
    onChange,
    ownerId = null,
    label,
    clearable = true,
    saved = null,
    disabled,
  } = props;
  const { t } = useTranslation();
  const [recording, setRecording] = useState(false);
  const noteId = useId();
  const button = useRef<HTMLButtonElement>(null);
  /** What Esc goes back to while refused keys are tried. */
  const before = useRef<string | null>(null);
  const [tried, setTried] = useState<string | null>(null);
  const check = useCall(
    "hotkeys.check",
    { accelerator: value ?? "", ownerId },
    { enabled: value !== null && value !== saved },
  );
  const failure = value !== null && value !== saved ? check.data?.failure : null;

  // The core writes accelerators in one way; take over its spelling.
  const spelled = value !== null && !check.data?.failure ? check.data?.accelerator : undefined;
  useEffect(() => {
    if (spelled !== undefined && spelled !== "" && value !== null && spelled !== value)
      onChange(spelled);
  }, [spelled, value, onChange]);

  // A refused key is no answer yet: the next one is waited for.
  const refused = failure != null;
  useEffect(() => {
    if (!refused || tried !== value || document.activeElement !== button.current) return;
    setTried(null);
    setRecording(true);
  }, [refused, tried, value]);

  const start = (): void => {
    if (!refused) before.current = value;
    setRecording(true);
  };
  const record = (event: KeyboardEvent): void => {
    if (!recording) return;
    const plain = !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey;
    if (plain && event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (plain && event.key === "Escape") {
      setRecording(false);
      if (refused) onChange(before.current);
      return;
    }
    if (plain && clearable && (event.key === "Backspace" || event.key === "Delete")) {
      setRecording(false);
      onChange(null);
      return;
    }
    const accelerator = acceleratorOf(event.nativeEvent);
    if (accelerator === null) return;
    setTried(accelerator);
    setRecording(false);
    onChange(accelerator);
  };

  return (
    <div className="hotkey-field">
      <div className="hotkey-row">
        <button
          ref={button}
          type="button"
          className="hotkey-record"
          data-recording={recording || undefined}
          data-failed={failure ? true : undefined}
          aria-label={`${label}: ${value ?? t("frame.hotkey.none")}`}
          aria-describedby={noteId}
          disabled={disabled}
          title={t("frame.hotkey.hint")}
          onClick={start}
          onBlur={() => setRecording(false)}
          onKeyDown={record}
        >
          {recording ? (
            <>
              {refused && <kbd>{value}</kbd>}{" "}
              <span className="hotkey-soft">
                {refused ? t("frame.hotkey.again") : t("frame.hotkey.record")}
              </span>
            </>
          ) : value === null ? (
            <span className="hotkey-soft">{t("frame.hotkey.none")}</span>
          ) : (
            <kbd>{value}</kbd>
          )}
        </button>
        {clearable && value !== null && !disabled && (
          <Button
            type="text"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t("frame.hotkey.clear")}
            onClick={() => onChange(null)}
          />
        )}
      </div>
      <div
        id={noteId}
        className="hotkey-note"
        role="status"
        data-failed={failure ? true : undefined}
      >
        {failure
          ? sentence(failure.code, failure.params)
          : value !== null && value !== saved && check.isFetching
            ? t("frame.hotkey.checking")
            : value !== null && value !== saved && check.data
              ? t("frame.hotkey.free")
              : ""}
      </div>
    </div>
  );
}
