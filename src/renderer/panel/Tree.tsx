import type { ReactNode } from "react";
import { PanelRow, type RowActs } from "./PanelRow.tsx";
import { asFound, type Branch, branches } from "./tree.ts";
import { useLiveCall } from "./useLiveCall.ts";
import type { Opened } from "./useOpened.ts";

/** So many phrases of one category are listed: with more, searching is quicker. */
const MOST = 100;

interface TreeProps {
  readonly shop: string;
  readonly opened: Opened;
  readonly acts: RowActs;
}

/** The categories, each opened by a click, with the phrases that are in it. */
export function Tree(props: TreeProps) {
  const { say } = props.acts;
  const categories = useLiveCall("categories.list", {});
  const others = useLiveCall("phrases.query", { view: "uncategorised", limit: 1 })?.total ?? 0;
  return (
    <ul className="tree">
      {branches(categories ?? []).map((branch) => (
        <Category key={branch.id} branch={branch} depth={0} {...props} />
      ))}
      {others > 0 && (
        <Fold id="uncategorised" name={say("uncategorised")} count={others} depth={0} {...props}>
          <Phrases view="uncategorised" categoryId={null} {...props} />
        </Fold>
      )}
    </ul>
  );
}

function Category({ branch, depth, ...props }: TreeProps & { branch: Branch; depth: number }) {
  const { id, name, count, children } = branch;
  return (
    <Fold id={id} name={name} count={count} depth={depth} {...props}>
      {children.map((each) => (
        <Category key={each.id} branch={each} depth={depth + 1} {...props} />
      ))}
      <Phrases view="all" categoryId={id} {...props} />
    </Fold>
  );
}

interface FoldProps {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly depth: number;
  readonly opened: Opened;
  readonly children: ReactNode;
}

function Fold({ id, name, count, depth, opened, children }: FoldProps) {
  const open = opened.is(id, false);
  return (
    <li>
      <button
        type="button"
        className="fold"
        data-row
        aria-expanded={open}
        style={{ paddingLeft: 10 + depth * 14 }}
        onClick={() => opened.set(id, !open)}
      >
        <span className="fold-name">{name}</span>
        <span className="fold-count">{count}</span>
      </button>
      {open && <ul className="within">{children}</ul>}
    </li>
  );
}

interface PhrasesProps {
  readonly view: "all" | "uncategorised";
  readonly categoryId: string | null;
  readonly shop: string;
  readonly acts: RowActs;
}

function Phrases({ view, categoryId, shop, acts }: PhrasesProps) {
  const found = useLiveCall("phrases.query", { view, categoryId, below: false, limit: MOST });
  if (!found) return null;
  const rest = found.total - found.rows.length;
  return (
    <>
      {asFound(found.rows, shop).map((each) => (
        <PanelRow key={each.id} found={each} acts={acts} />
      ))}
      {rest > 0 && <li className="hint">{acts.say("more", { count: rest })}</li>}
    </>
  );
}
