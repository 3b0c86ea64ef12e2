/** An ISO 8601 instant in UTC with milliseconds: `2026-03-02T10:15:00.000Z`. Sorts as text. */
export type Instant = string;

export const instant = (epochMs: number): Instant => new Date(epochMs).toISOString();

export const epochMs = (at: Instant): number => Date.parse(at);
