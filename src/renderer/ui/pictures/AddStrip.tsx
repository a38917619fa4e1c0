import { Alert, Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import type { AddPictures } from "./useAddPictures.ts";
import "./pictures.css";

/** Refusals listed before the rest is only counted. */
const LISTED = 6;

/** How far pictures on their way in have come, and which did not come in. */
export function AddStrip({ work }: { work: AddPictures }) {
  const { t } = useTranslation();
  const { adding, refused } = work;
  return (
    <>
      {adding && (
        <div className="add-strip">
          <span className="add-words" role="status">
            {t("pictures.adding", { done: adding.done, total: adding.total })}
          </span>
          <Progress
            className="add-bar"
            percent={Math.round((adding.done / adding.total) * 100)}
            showInfo={false}
            size="small"
            aria-label={t("pictures.addingName")}
          />
          <Button size="small" disabled={adding.cancelling} onClick={work.cancel}>
            {t("pictures.cancel")}
          </Button>
        </div>
      )}
      {refused.length > 0 && (
        <Alert
          className="add-refused"
          type="warning"
          showIcon
          role="alert"
          closable={{ closeIcon: true, onClose: work.dismiss }}
          title={t("pictures.refused", { count: refused.length })}
          description={
            <ul>
              {refused.slice(0, LISTED).map(({ path, sentence }) => (
                <li key={path}>{sentence}</li>
              ))}
              {refused.length > LISTED && (
                <li>{t("pictures.refusedMore", { count: refused.length - LISTED })}</li>
              )}
            </ul>
          }
        />
      )}
    </>
  );
}
