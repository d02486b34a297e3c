import type { Grade } from '@openimagine/render';

/** The hour's grade, changed by the set; the style has its say afterwards. */
export function gradeOf(hour: Grade, set: Grade | undefined): Grade {
  return { ...hour, ...set };
}
