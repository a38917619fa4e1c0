import { useTranslation } from "react-i18next";
import type { Output } from "../../../shared/contract/index.ts";
import type { Picture } from "../../../shared/contract/pictures.ts";
import { Time } from "../../ui/Time.tsx";

const KILO = 1024;

interface PictureFactsProps {
  readonly picture: Picture;
  readonly usedIn: Output<"pictures.get">["usedIn"];
}

/** What cannot be edited: size, file, when, how often used, and where. */
export function PictureFacts({ picture, usedIn }: PictureFactsProps) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const kind = picture.mime.replace("image/", "").toUpperCase();
  const large = picture.bytes >= KILO * KILO;
  const size = number.format(large ? picture.bytes / KILO / KILO : Math.ceil(picture.bytes / KILO));
  const { phrases, products } = usedIn;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t("pictures.fields.size")}</dt>
          <dd>{t("pictures.pixels", { width: picture.width, height: picture.height })}</dd>
        </div>
        <div title={t("pictures.scaled")}>
          <dt>{t("pictures.fields.file")}</dt>
          <dd>
            {kind} · {t(large ? "pictures.megabytes" : "pictures.kilobytes", { size })}
            {picture.frames > 1 && ` · ${t("pictures.frames", { count: picture.frames })}`}
          </dd>
        </div>
        <div>
          <dt>{t("pictures.fields.used")}</dt>
          <dd>
            {picture.useCount === 0
              ? t("pictures.neverUsed")
              : t("pictures.uses", { count: picture.useCount })}
            {picture.lastUsedAt !== null && (
              <>
                {" · "}
                <Time at={picture.lastUsedAt} />
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>
            {t(picture.trashedAt === null ? "pictures.fields.added" : "pictures.fields.trashed")}
          </dt>
          <dd>
            <Time at={picture.trashedAt ?? picture.createdAt} />
          </dd>
        </div>
      </dl>
      <p className="picture-soft">{t("pictures.scaled")}</p>
      <div className="picture-used">
        <h3>{t("pictures.usedIn")}</h3>
        {phrases.length + products.length === 0 ? (
          <p className="picture-soft">{t("pictures.usedNowhere")}</p>
        ) : (
          <ul>
            {products.map(({ id, name }) => (
              <li key={id}>{t("pictures.product", { name })}</li>
            ))}
            {phrases.map(({ id, title }) => (
              <li key={id}>{t("pictures.phrase", { title })}</li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
