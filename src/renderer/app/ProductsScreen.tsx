import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { PicturesTab } from "../features/pictures/PicturesTab.tsx";
import { ProductsTab } from "../features/products/ProductsTab.tsx";
import { useStored } from "../ui/stored.ts";
import "./products.css";

/** Products and pictures: two sides of what is shown to a buyer. */
export function ProductsScreen() {
  const { t } = useTranslation();
  const [tab, setTab] = useStored("products.tab", "products");
  return (
    <Tabs
      className="goods"
      activeKey={tab}
      onChange={setTab}
      // Each side's keys and its Ctrl+V are its own.
      destroyOnHidden
      items={[
        { key: "products", label: t("products.tabs.products"), children: <ProductsTab /> },
        { key: "pictures", label: t("products.tabs.pictures"), children: <PicturesTab /> },
      ]}
    />
  );
}
