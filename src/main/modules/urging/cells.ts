import { DateTime } from "luxon";
import { CUSTOMER_LIMITS } from "../../../shared/contract/customers.ts";
import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";
import {
  URGING_LIMITS,
  type UrgingColumn,
  type UrgingRefusal,
} from "../../../shared/contract/urging.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { OrderTable } from "./columns.ts";
import { type OrderFacts, orderKey } from "./rules.ts";
import { type PaymentState, paymentState } from "./status.ts";

/** One row of a table, as the reader of table files gives it. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly broken: string | null;
}

/** An order as a row has it. */
export interface ReadOrder {
  readonly row: number;
  readonly order: string;
  readonly facts: OrderFacts;
  /** What the file says of the payment. */
  readonly state: PaymentState;
  /** When it was paid, where the file says it. */
  readonly paidAt: number | null;
}

class Refused extends Error {
  readonly column: UrgingColumn;
  readonly code: MessageCode;
  readonly params: UrgingRefusal["params"];
  constructor(column: UrgingColumn, code: MessageCode, params: UrgingRefusal["params"] = {}) {
    super(code);
    this.column = column;
    this.code = code;
    this.params = params;
  }
}

const short = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}…` : value);

/** "¥1,299.00", "1299元", "１２９９": cents. Null: no amount. */
export function centsOf(cell: string): number | null {
  const plain = cell
    .normalize("NFKC")
    .replaceAll(/[\s,，]|CNY|RMB|NT\$|NTD|TWD|USD|HK\$|人民币|人民幣/gi, "")
    .replace(/^[¥￥$]/, "")
    .replace(/[元块塊]$/, "");
  if (!/^\d+(?:\.\d{1,4})?$/.test(plain)) return null;
  const cents = Math.round(Number(plain) * 100);
  return cents <= URGING_LIMITS.amount ? cents : null;
}

const FORMATS = [
  ...["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-M-d H:m:s", "yyyy-M-d H:m", "yyyy-M-d"],
  // Shopify's.
  ...["yyyy-MM-dd HH:mm:ss ZZZ"],
  ...["M/d/yyyy H:m:s", "M/d/yyyy H:m", "M/d/yyyy"],
];
/** Day 0 of spreadsheets, which count days; between these a bare number is such a day. */
const SHEET_DAYS: readonly [number, number] = [36_526, 73_050];

/** A time as exports write it, on the clocks of a zone. Null: no time. */
export function timeOf(cell: string, zone: string): number | null {
  const plain = cell
    .normalize("NFKC")
    .trim()
    .replaceAll(/年|月/g, "-")
    .replaceAll(/日/g, " ")
    .replaceAll(/点|點|时|時/g, ":")
    .replaceAll(/分(?=\d)/g, ":")
    .replaceAll(/[分秒]/g, "")
    .replaceAll(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})/g, "$1-$2-$3")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) {
    const days = Number(plain);
    if (days < SHEET_DAYS[0] || days > SHEET_DAYS[1]) return null;
    const shown = DateTime.fromMillis(Math.round((days - 25_569) * 86_400) * 1_000, {
      zone: "utc",
    });
    return shown.setZone(zone, { keepLocalTime: true }).toMillis();
  }
  const iso = /T/.test(plain) ? DateTime.fromISO(plain, { zone }) : null;
  if (iso?.isValid) return iso.toMillis();
  for (const format of FORMATS) {
    const read = DateTime.fromFormat(plain, format, { zone });
    if (read.isValid) return read.toMillis();
  }
  return null;
}

/** @throws Refused for a status that is not known, where no time of payment is there either */
function stateOf(status: string, paidAt: number | null): PaymentState {
  const state = paymentState(status, paidAt);
  if (state === null) throw new Refused("status", "import_bad_value", { value: short(status) });
  return state;
}

/** Reads the rows below the header; null for a row with nothing in it. */
export function createOrderReader({ headers, columns }: OrderTable, zone: string) {
  const cell = (cells: readonly string[], column: UrgingColumn): string => {
    const at = columns.get(column);
    // Exports guard long numbers against spreadsheets: ="2841…" or '2841….
    return at === undefined
      ? ""
      : (cells[at] ?? "")
          .trim()
          .replace(/^=?"(.*)"$/s, "$1")
          .trim();
  };
  function within(column: UrgingColumn, value: string, limit: number): string {
    if (value.length > limit)
      throw new Refused(column, "import_too_long", { length: value.length, limit });
    return value;
  }
  function read(cells: readonly string[]): Omit<ReadOrder, "row"> {
    const written = cell(cells, "order");
    const order = orderKey(written);
    if (order === "") throw new Refused("order", "urging_row_no_order");
    // What a spreadsheet makes of a long number has lost its last digits.
    if (/^\d+(?:\.\d+)?e\+?\d+$/i.test(order))
      throw new Refused("order", "urging_row_rounded", { value: short(written) });
    within("order", written, CUSTOMER_LIMITS.order + 10);
    const amount = cell(cells, "amount");
    const cents = centsOf(amount);
    if (amount !== "" && cents === null)
      throw new Refused("amount", "import_bad_value", { value: short(amount) });
    const time = (column: "orderedAt" | "paidAt"): number | null => {
      const value = cell(cells, column);
      const at = timeOf(value, zone);
      if (value !== "" && value !== "-" && at === null)
        throw new Refused(column, "import_bad_value", { value: short(value) });
      return at;
    };
    const orderedAt = time("orderedAt");
    const paidAt = time("paidAt");
    const state = stateOf(cell(cells, "status"), paidAt);
    const buyer = within("buyer", cell(cells, "buyer").replace(/^'/, ""), CUSTOMER_LIMITS.name);
    const shop = within("shop", cell(cells, "shop"), PHRASE_LIMITS.shop);
    const goods = cell(cells, "goods").replaceAll(/\s+/g, " ").slice(0, URGING_LIMITS.goods);
    return {
      order,
      facts: {
        ...(buyer === "" ? {} : { buyer }),
        ...(shop === "" ? {} : { shop }),
        ...(goods === "" ? {} : { goods }),
        ...(cents === null ? {} : { amount: cents }),
        ...(orderedAt === null ? {} : { orderedAt }),
      },
      state,
      paidAt,
    };
  }
  return (row: TableRow): ReadOrder | { readonly refused: UrgingRefusal } | null => {
    const refuse = (column: string, code: string, params: UrgingRefusal["params"] = {}) => ({
      refused: { row: row.row, column, code, params },
    });
    if (row.broken !== null) return refuse("", row.broken);
    if (row.cells.every((each) => each.trim() === "")) return null;
    try {
      return { row: row.row, ...read(row.cells) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return refuse(headers[columns.get(error.column) ?? -1] ?? "", error.code, error.params);
    }
  };
}
