/** What a place does to the sounds in it. */
export interface Acoustics {
  /** Seconds until the reverberation has died away by 60 dB. */
  readonly seconds: number;
  /** Share of the highs that each round of it loses, 0 … 1: stone 0.1, a furnished room 0.6. */
  readonly damping: number;
  /** How much of it is heard, beside each sound's own share. */
  readonly level: number;
  /** Relative to a medium hall: how far the walls are apart. */
  readonly size: number;
}

const PLACES = {
  /** Hardly anything comes back. */
  open: { seconds: 0.7, damping: 0.7, level: 0.35, size: 1.3 },
  woods: { seconds: 1.1, damping: 0.6, level: 0.75, size: 1.2 },
  street: { seconds: 1.3, damping: 0.45, level: 0.85, size: 1.15 },
  alley: { seconds: 1.1, damping: 0.3, level: 1.1, size: 0.6 },
  mountains: { seconds: 2.8, damping: 0.6, level: 0.9, size: 2.2 },
  room: { seconds: 0.45, damping: 0.6, level: 0.7, size: 0.35 },
  tiled: { seconds: 0.7, damping: 0.25, level: 0.9, size: 0.4 },
  studio: { seconds: 0.35, damping: 0.7, level: 0.4, size: 0.4 },
  hall: { seconds: 1.8, damping: 0.4, level: 1, size: 1 },
  cathedral: { seconds: 4.2, damping: 0.3, level: 1.3, size: 1.8 },
  cave: { seconds: 3, damping: 0.25, level: 1.5, size: 1.2 },
  metal: { seconds: 1, damping: 0.12, level: 0.9, size: 0.5 },
  underwater: { seconds: 2.4, damping: 0.85, level: 1.2, size: 1.4 },
  void: { seconds: 4.5, damping: 0.4, level: 1.2, size: 2 },
} as const satisfies Readonly<Record<string, Acoustics>>;

export type AcousticsName = keyof typeof PLACES;

export function acousticsOf(name: AcousticsName | undefined): Acoustics {
  return PLACES[name ?? 'street'];
}
