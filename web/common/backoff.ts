// Exponential backoff with full jitter: the pause is drawn evenly between nothing and a bound that
// doubles, so that consoles which lost the server together do not come back together.

export interface BackoffLimits {
  first_ms: number;
  longest_ms: number;
}

/** The pause before attempt `attempt` (1 for the first repeat). `random` gives [0, 1). */
export function backoff_ms(attempt: number, limits: BackoffLimits, random: () => number): number {
  const bound = Math.min(limits.longest_ms, limits.first_ms * 2 ** Math.max(0, attempt - 1));
  return Math.round(bound * random());
}
