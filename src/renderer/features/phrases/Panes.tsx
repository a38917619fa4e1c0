import { Splitter } from "antd";
import type { ReactNode } from "react";
import { useStored } from "../../ui/stored.ts";

interface PanesProps {
  readonly tree: ReactNode;
  readonly middle: ReactNode;
  readonly detail: ReactNode;
}

/** Up to three panes side by side; their widths are remembered. */
export function Panes({ tree, middle, detail }: PanesProps) {
  const [sizes, setSizes] = useStored("phrases.panes", { tree: 216, detail: 420 });
  const [treeSize, detailSize] = [sizes.tree, sizes.detail];
  return (
    <Splitter
      onResizeEnd={(now) =>
        setSizes({
          tree: tree ? (now[0] ?? treeSize) : treeSize,
          detail: detail ? (now.at(-1) ?? detailSize) : detailSize,
        })
      }
    >
      {tree && (
        <Splitter.Panel key="tree" defaultSize={treeSize} min={150} max={420} className="tree-pane">
          {tree}
        </Splitter.Panel>
      )}
      <Splitter.Panel key="list" min={280}>
        {middle}
      </Splitter.Panel>
      {detail && (
        <Splitter.Panel
          key="detail"
          defaultSize={detailSize}
          min={330}
          max={760}
          className="detail-pane"
        >
          {detail}
        </Splitter.Panel>
      )}
    </Splitter>
  );
}
