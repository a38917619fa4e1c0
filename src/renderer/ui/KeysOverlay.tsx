import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keyName, useAllKeys, useKeys } from "./keys.ts";
import "./ui.css";
import { Dialog } from "./Dialog.tsx";

/** The list of all keys, opened by "?" or by its own opener. */
export function KeysOverlay({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  const { t } = useTranslation();
  useKeys("app", [
    { keys: "?", words: t("frame.keysOverlay.keys"), run: () => onOpen(true), whileTyping: false },
  ]);
  return (
    <Dialog
      open={open}
      onCancel={() => onOpen(false)}
      footer={null}
      title={t("frame.keysOverlay.title")}
      width={680}
      centered
      className="key-modal"
      destroyOnHidden
    >
      <KeyTable />
    </Dialog>
  );
}

type ScopeName =
  | "app"
  | "today"
  | "phrases"
  | "products"
  | "pictures"
  | "promises"
  | "offShift"
  | "categories"
  | "editor"
  | "quick";
const SCOPES: readonly string[] = [
  "app",
  "today",
  "phrases",
  "products",
  "pictures",
  "promises",
  "offShift",
  "categories",
  "editor",
  "quick",
] satisfies ScopeName[];

function KeyTable() {
  const { t } = useTranslation();
  // Seen as they were when the list opened: the list itself has no keys to show.
  const all = useAllKeys();
  const [layers] = useState(all);
  const named = [...new Set(layers.map((layer) => layer.scope))];
  const scopes = [
    ...SCOPES.filter((scope) => named.includes(scope)),
    ...named.filter((scope) => !SCOPES.includes(scope)),
  ];
  return (
    <div className="key-scroll">
      <div className="key-table">
        {scopes.map((scope) => (
          <section key={scope}>
            <h3>
              {SCOPES.includes(scope) ? t(`frame.keysOverlay.scopes.${scope as ScopeName}`) : scope}
            </h3>
            <dl>
              {layers
                .filter((layer) => layer.scope === scope)
                .flatMap((layer) => layer.bindings)
                // A key without words does what another line says.
                .filter(({ words }) => words !== "")
                .filter(
                  (one, at, every) => every.findIndex((each) => each.keys === one.keys) === at,
                )
                .map((binding) => (
                  <div key={binding.keys}>
                    <dt>
                      <kbd>{binding.shown ?? keyName(binding.keys)}</kbd>
                    </dt>
                    <dd>{binding.words}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </div>
  );
}
