/** The screen of complaints, as it stands in the address. */
export const COMPLAINTS_PATH = "/complaints";

/** The address of a case, for links from anywhere. */
export const caseAddress = (id: string): string => `#${COMPLAINTS_PATH}?case=${id}`;
