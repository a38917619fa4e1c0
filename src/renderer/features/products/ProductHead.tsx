import {
  CloseOutlined,
  CopyOutlined,
  DeleteOutlined,
  FireFilled,
  FireOutlined,
  UndoOutlined,
} from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { Product } from "../../../shared/contract/products.ts";
import { Time } from "../../ui/Time.tsx";

/** What the buttons over the card do. */
export interface HeadActions {
  copy(): void;
  /** Makes it this week's, or takes that back. */
  feature(): void;
  trash(): void;
  restore(): void;
  /** Leaves the card where it covers the list; null where it stands beside. */
  readonly close: (() => void) | null;
}

interface ProductHeadProps {
  readonly product: Product | null;
  readonly featured: boolean;
  readonly actions: HeadActions;
}

/** Use it, make it the week's, throw it away. */
export function ProductHead({ product, featured, actions }: ProductHeadProps) {
  const { t } = useTranslation();
  const close = actions.close && (
    <Button
      type="text"
      icon={<CloseOutlined aria-hidden />}
      aria-label={t("products.close")}
      title={`${t("products.close")} (Esc)`}
      onClick={actions.close}
    />
  );
  if (!product)
    return (
      <header className="editor-head">
        <h2>{t("products.newTitle")}</h2>
        {close}
      </header>
    );
  if (product.trashedAt !== null)
    return (
      <header className="editor-head">
        <h2>
          {t("products.inTrash")}
          <small>
            <Time at={product.trashedAt} />
          </small>
        </h2>
        <Button type="primary" icon={<UndoOutlined aria-hidden />} onClick={actions.restore}>
          {t("products.restore")}
        </Button>
        {close}
      </header>
    );
  return (
    <header className="editor-head">
      <Button icon={<CopyOutlined aria-hidden />} title="C" onClick={actions.copy}>
        {t("products.copyCard")}
      </Button>
      <span className="editor-gap" />
      <Tooltip title={featured ? t("products.featured.takeBack") : undefined}>
        <Button
          type="text"
          aria-pressed={featured}
          icon={featured ? <FireFilled className="starred" /> : <FireOutlined />}
          onClick={actions.feature}
        >
          {t(featured ? "products.featured.isSet" : "products.featured.set")}
        </Button>
      </Tooltip>
      <Tooltip title={`${t("products.trash")} (Del)`}>
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t("products.trash")}
          onClick={actions.trash}
        />
      </Tooltip>
      {close}
    </header>
  );
}
