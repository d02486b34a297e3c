import type { SetKind } from '../scene.ts';

/** Words that say where the picture is set. `weight`: 1 a hint … 5 unmistakable. */
export interface SettingRow {
  readonly set: SetKind;
  readonly words: string;
  readonly details?: readonly string[];
  readonly weight?: number;
}
