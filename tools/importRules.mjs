// Who may import whom: the table of docs/architecture.md as a lint rule, whose message names the right place.
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const source = resolve(dirname(fileURLToPath(import.meta.url)), "..", "src");

/**
 * Room of a file below src/: [pattern, room, may import, the right place in words]. First match decides.
 * A room in `may` is a name, or a name with "=" for "the same module or feature only". Packages are given by `packages`.
 */
const ROOMS = [
  [
    /^shared\//,
    "shared",
    ["shared"],
    "src/shared runs anywhere: what needs Node or a window belongs to a port or a module",
    ["zod"],
  ],
  [
    /^main\/ports\//,
    "ports",
    ["shared", "ports"],
    "a port is an interface over shared types; put the doing into an adapter",
  ],
  [
    /^main\/database\//,
    "database",
    ["shared", "database"],
    "src/main/database knows SQLite only; what decides belongs to a module",
  ],
  [
    /^main\/modules\/([^/]+)\//,
    "modules",
    ["shared", "ports", "database", "modules="],
    "modules see shared, ports and the database; another module is reached by an event or a function handed in by src/main/core",
    null,
    ["electron"],
  ],
  [
    /^main\/core\//,
    "core",
    ["shared", "ports", "database", "modules", "core"],
    "the core composes modules over ports; adapters are handed in by an entry",
    null,
    ["electron"],
  ],
  [
    /^main\/adapters\//,
    "adapters",
    ["shared", "ports", "adapters", "modules:types", "workers:types"],
    "an adapter fills a port and knows nothing of the modules",
  ],
  [
    /^main\/transports\//,
    "transports",
    ["shared", "core", "transports"],
    "a transport carries calls to the core and nothing else",
  ],
  [
    /^main\/workers\//,
    "workers",
    ["shared", "ports", "database", "modules", "core", "adapters", "workers"],
    "a worker runs module code in another thread",
  ],
  [
    /^main\//,
    "entries",
    [
      "shared",
      "ports",
      "database",
      "modules",
      "core",
      "adapters",
      "transports",
      "workers",
      "entries",
    ],
    "main never sees the renderer",
  ],
  [
    /^preload\//,
    "preload",
    ["shared:types", "preload"],
    "the preload is two doors; nothing else crosses",
    ["electron"],
  ],
  [
    /^renderer\/features\/([^/]+)\//,
    "features",
    ["shared", "api", "ui", "i18n", "features="],
    "a feature imports itself, api, ui and i18n; what two features share belongs to src/renderer/ui or api",
    null,
    ["electron"],
  ],
  [
    /^renderer\/palette(\/|\.)/,
    "palette",
    ["shared", "api", "ui", "i18n", "palette"],
    "the palette opens fast: no component library, nothing of the main window",
    null,
    ["electron", "antd", "@ant-design/icons"],
  ],
  [
    /^renderer\/panel(\/|\.)/,
    "panel",
    ["shared", "api", "ui", "i18n", "panel"],
    "the panel opens fast: no component library, nothing of the main window; what the palette has too stands in ui/quick",
    null,
    ["electron", "antd", "@ant-design/icons"],
  ],
  [
    /^renderer\/ui\/quick\//,
    "ui",
    ["shared", "api", "ui", "i18n"],
    "ui/quick serves palette and panel, which have no component library",
    null,
    ["electron", "antd", "@ant-design/icons"],
  ],
  [
    /^renderer\/app\//,
    "app",
    ["shared", "api", "ui", "i18n", "features", "app"],
    "the app frame puts screens together",
    null,
    ["electron"],
  ],
  [
    /^renderer\/(api|ui|i18n)\//,
    null,
    ["shared", "api", "ui", "i18n"],
    "api, ui and i18n serve the features and do not know them",
    null,
    ["electron"],
  ],
];

function roomOf(path) {
  for (const [pattern, name, may, advice, only, never] of ROOMS) {
    const match = pattern.exec(path);
    if (match)
      return {
        name: name ?? match[1],
        part: match[1] ?? "",
        may,
        advice,
        only,
        never: never ?? [],
      };
  }
  return null;
}

function allowed(from, to, typesOnly) {
  return from.may.some((rule) => {
    if (rule.endsWith("=")) return to.name === rule.slice(0, -1) && to.part === from.part;
    if (rule.endsWith(":types")) return typesOnly && to.name === rule.slice(0, -6);
    return to.name === rule;
  });
}

const imports = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const path = relative(source, context.filename ?? context.getFilename()).replaceAll("\\", "/");
    const from = path.startsWith("..") || /\.test\.tsx?$/.test(path) ? null : roomOf(path);
    if (!from) return {};
    const check = (node, typesOnly) => {
      const name = node.source?.value;
      if (typeof name !== "string") return;
      if (!name.startsWith(".")) {
        const bare = name
          .split("/")
          .slice(0, name.startsWith("@") ? 2 : 1)
          .join("/");
        const node_ = name.startsWith("node:");
        if (
          (from.only && !from.only.includes(bare)) ||
          from.never.includes(bare) ||
          (node_ && from.name === "shared")
        )
          context.report({
            node,
            message: `${from.name} may not import "${bare}": ${from.advice}.`,
          });
        return;
      }
      const target = relative(source, resolve(source, dirname(path), name)).replaceAll("\\", "/");
      if (target.startsWith("..")) return;
      const to = roomOf(target);
      if (to && !allowed(from, to, typesOnly))
        context.report({
          node,
          message: `${from.name}${from.part ? `/${from.part}` : ""} may not import ${target}: ${from.advice}.`,
        });
    };
    return {
      ImportDeclaration: (node) => check(node, node.importKind === "type"),
      ExportNamedDeclaration: (node) => check(node, node.exportKind === "type"),
      ExportAllDeclaration(node) {
        if (path !== "shared/contract/index.ts")
          context.report({ node, message: "No barrel files: import from where the thing is." });
      },
      ImportExpression: (node) => check(node, false),
      ExportDefaultDeclaration: (node) =>
        context.report({ node, message: "No default exports: a name is found again." }),
    };
  },
};

export default { meta: { name: "house" }, rules: { imports } };
