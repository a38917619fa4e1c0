import type { ApplicationProfile, Settings } from "../../../shared/contract/settings.ts";

/** A program's name as the core writes it: lower case, no path, no ".exe". */
export function programName(typed: string): string {
  const last = typed.trim().split(/[\\/]/).at(-1) ?? "";
  return last.toLowerCase().replace(/\.(exe|app)$/, "");
}

export function withApplication(
  applications: Settings["applications"],
  program: string,
  profile: ApplicationProfile,
): Settings["applications"] {
  return { ...applications, [program]: profile };
}

export function withoutApplication(
  applications: Settings["applications"],
  program: string,
): Settings["applications"] {
  return Object.fromEntries(Object.entries(applications).filter(([name]) => name !== program));
}
