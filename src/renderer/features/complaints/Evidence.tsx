import { FileOutlined } from "@ant-design/icons";
import { Image } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EvidenceFile } from "../../../shared/contract/complaintFacts.ts";
import { useAct } from "../../api/hooks.ts";
import { bytesInWords } from "../../ui/bytes.ts";
import { pictureUrl } from "../../ui/pictureUrl.ts";
import { download } from "../../ui/download.ts";

/** Pictures a page can show. */
const SHOWN = new Set(["image/png", "image/jpeg", "image/webp", "image/gif"]);

interface EvidenceProps {
  readonly caseId: string;
  readonly file: EvidenceFile;
  /** False: the file is not where it was put. */
  readonly kept: boolean;
}

/** A kept file: a picture small, and large when asked for; any other by its name. */
export function Evidence({ caseId, file, kept }: EvidenceProps) {
  const { t, i18n } = useTranslation();
  const [broken, setBroken] = useState(false);
  const save = useAct("complaints.file");
  const open = (): void =>
    save.mutate(
      { id: caseId, sha256: file.sha256 },
      { onSuccess: ({ url }) => url !== null && download(url, file.name) },
    );
  const sum = t("complaints.timeline.sum", { sum: file.sha256 });
  return (
    <div className="evidence">
      {SHOWN.has(file.mime) && kept && !broken && (
        <Image
          className="evidence-picture"
          src={pictureUrl(file.sha256)}
          alt={t("complaints.timeline.look", { name: file.name })}
          height={96}
          preview={{ mask: null }}
          onError={() => setBroken(true)}
        />
      )}
      <span className="evidence-words">
        {kept ? (
          <button
            type="button"
            title={sum}
            aria-label={t("complaints.timeline.open", { name: file.name })}
            onClick={open}
          >
            <FileOutlined aria-hidden /> {file.name}
          </button>
        ) : (
          <span className="complaint-failed">
            {file.name}: {t("complaints.timeline.gone")}
          </span>
        )}
        <span className="complaint-soft">{bytesInWords(file.size, i18n.language)}</span>
        <code className="complaint-soft" title={sum}>
          {file.sha256.slice(0, 12)}
        </code>
      </span>
    </div>
  );
}
