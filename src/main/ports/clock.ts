/** The time; injected so that tests decide it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** The IANA name of the zone the person lives by; the system's where it is left out. */
  zone?(): string;
}
