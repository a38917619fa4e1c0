import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import type { WordingTopic } from "../../../shared/contract/wordings.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { AddFromFile } from "./AddFromFile.tsx";
import { AddOwn } from "./AddOwn.tsx";
import { AddPhrase } from "./AddPhrase.tsx";
import type { WordingActions } from "./useWordings.ts";

export interface AddProps {
  readonly topic: WordingTopic;
  readonly actions: WordingActions;
  readonly onClose: () => void;
}

/** Three ways to come to a wording: write it, take it from the library, take it from a colleague's file. */
export function AddDialog({ open, ...props }: AddProps & { readonly open: boolean }) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      title={t("wordings.add.for", { title: props.topic.title })}
      footer={null}
      width={680}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <Tabs
        destroyOnHidden
        items={[
          { key: "own", label: t("wordings.add.own"), children: <AddOwn {...props} /> },
          { key: "library", label: t("wordings.add.library"), children: <AddPhrase {...props} /> },
          { key: "file", label: t("wordings.add.file"), children: <AddFromFile {...props} /> },
        ]}
      />
    </Dialog>
  );
}
