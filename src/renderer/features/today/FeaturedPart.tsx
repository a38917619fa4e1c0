import { useTranslation } from "react-i18next";
import type { Today } from "../../../shared/contract/today.ts";
import { Thumb } from "../../ui/pictures/Thumb.tsx";
import { Nothing, Part } from "./Part.tsx";
import { ITEM } from "./useItemKeys.ts";

/** Fen as money. */
const priceSaid = (fen: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "CNY",
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: fen % 100 === 0 ? 0 : 2,
  }).format(fen / 100);

/** The product of the week with the scripts that go with it. */
export function FeaturedPart({ featured }: { featured: Today["featured"] }) {
  const { t, i18n } = useTranslation();
  const { chosen, proposed } = featured;
  return (
    <Part title={t("today.featured.title")}>
      {chosen.length === 0 && (
        <Nothing action={<a href="#/products">{t("today.featured.choose")}</a>}>
          {t("today.featured.none")}
          {proposed.length > 0 && (
            <>
              {" "}
              {t("today.featured.asked")}
              {proposed
                .map(({ product, uses }) =>
                  t("today.featured.proposal", { name: product.name, count: uses }),
                )
                .join(i18n.language === "en" ? ", " : "、")}
            </>
          )}
        </Nothing>
      )}
      {chosen.map(({ product, phrases, uses }) => (
        <div key={product.id} className="today-product">
          <a className={`${ITEM} today-product-head`} href="#/products">
            <Thumb id={product.picture} alt="" className="today-thumb" />
            <span>
              <b>{product.name}</b>
              <small>
                {[
                  product.price === null ? "" : priceSaid(product.price, i18n.language),
                  product.shop,
                  t("today.featured.uses", { count: uses }),
                ]
                  .filter((part) => part !== "")
                  .join(" · ")}
              </small>
            </span>
          </a>
          {phrases.length === 0 ? (
            <Nothing action={<a href="#/products">{t("today.featured.add")}</a>}>
              {t("today.featured.noScripts")}
            </Nothing>
          ) : (
            <ul className="today-scripts">
              {phrases.map(({ id, title }) => (
                <li key={id}>
                  <a className={ITEM} href={`#/phrases?id=${id}`}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </Part>
  );
}
