import type { ComplaintAuthority, ComplaintKind } from "../../contract/complaintFacts.ts";

const YUAN = 100;

/** The same amount for every kind, fen. */
const forAll = (fen: number): Record<ComplaintKind, number> => ({
  quality: fen,
  not_as_described: fen,
  logistics: fen,
  attitude: fen,
  price: fen,
  refund: fen,
  invoice: fen,
  other: fen,
});

const senior = (hours: number) => ({ level: "senior" as const, to: "", hours });
const lead = (hours: number) => ({ level: "lead" as const, to: "", hours });

/** What a new data folder starts with: small gifts of goodwill are the agent's own, the rest is decided above. */
export const defaultAuthority: ComplaintAuthority = {
  role: "agent",
  limits: {
    agent: forAll(20 * YUAN),
    senior: forAll(100 * YUAN),
    lead: forAll(500 * YUAN),
  },
  rules: {
    quality: senior(24),
    not_as_described: senior(24),
    logistics: senior(24),
    attitude: lead(4),
    price: senior(24),
    refund: senior(8),
    invoice: senior(24),
    other: lead(24),
  },
  followUpHours: 24,
  keepYears: 3,
};
