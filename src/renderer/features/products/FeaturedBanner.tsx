import { DownOutlined, FireFilled } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import type { Featured } from "../../../shared/contract/products.ts";
import { Thumb } from "../../ui/pictures/Thumb.tsx";
import { priceOf } from "./price.ts";

interface FeaturedBannerProps {
  readonly featured: Featured;
  readonly onShow: (id: string) => void;
  readonly onFeature: (product: { id: string; name: string }) => void;
  readonly onUnfeature: (product: { name: string; shop: string }) => void;
}

/** What this week is about: the featured product with its count, or what was asked most, to choose from. */
export function FeaturedBanner({ featured, onShow, onFeature, onUnfeature }: FeaturedBannerProps) {
  const { t, i18n } = useTranslation();
  const { chosen, proposed } = featured;
  const day = new Intl.DateTimeFormat(i18n.language, { month: "numeric", day: "numeric" });
  const said = (date: string): string => day.format(new Date(`${date}T00:00`));
  const week = t("products.featured.week", { from: said(featured.from), to: said(featured.to) });
  const proposal = ({ product, uses }: Featured["proposed"][number]): string =>
    t("products.featured.proposal", { name: product.name, count: uses });

  if (chosen.length === 0)
    return (
      <section className="banner banner-empty" aria-label={t("products.featured.title")}>
        <FireFilled className="banner-fire" aria-hidden />
        <span title={week}>
          {t("products.featured.none")}{" "}
          {proposed.length > 0 ? t("products.featured.asked") : t("products.featured.pickHint")}
        </span>
        {proposed.map((each) => (
          <button
            key={each.product.id}
            type="button"
            className="chip"
            title={t("products.featured.set")}
            onClick={() => onFeature(each.product)}
          >
            {proposal(each)}
          </button>
        ))}
      </section>
    );
  return (
    <section className="banner" aria-label={t("products.featured.title")}>
      {chosen.map(({ product, phrases, pictures, uses }) => (
        <div key={product.id} className="banner-item">
          <Thumb id={product.picture} alt="" className="banner-thumb" />
          <div className="banner-words">
            <span className="banner-title">
              <FireFilled className="banner-fire" aria-hidden /> {t("products.featured.title")}
              <small>
                {week}
                {product.shop !== "" && ` · ${product.shop}`}
              </small>
            </span>
            <span className="banner-name">
              <b>{product.name}</b>
              {product.price !== null && <span>{priceOf(product.price, i18n.language)}</span>}
            </span>
            <span className="banner-soft">
              {t("products.featured.phrases", { count: phrases.length })} ·{" "}
              {t("products.featured.pictures", { count: pictures.length })}
            </span>
          </div>
          <div className="banner-uses">
            <span>{t("products.featured.uses")}</span>
            <b>{uses.toLocaleString(i18n.language)}</b>
            <span>{t("products.featured.times")}</span>
          </div>
          <div className="banner-buttons">
            <Button size="small" onClick={() => onShow(product.id)}>
              {t("products.featured.show")}
            </Button>
            <Dropdown
              trigger={["click"]}
              menu={{
                items: [
                  ...(proposed.length > 0
                    ? proposed.map((each) => ({
                        key: each.product.id,
                        label: proposal(each),
                        onClick: () => onFeature(each.product),
                      }))
                    : [{ key: "none", label: t("products.featured.others"), disabled: true }]),
                  { type: "divider" as const },
                  {
                    key: "back",
                    label: t("products.featured.takeBack"),
                    onClick: () => onUnfeature(product),
                  },
                ],
              }}
            >
              <Button size="small">
                {t("products.featured.change")} <DownOutlined aria-hidden />
              </Button>
            </Dropdown>
          </div>
        </div>
      ))}
    </section>
  );
}
