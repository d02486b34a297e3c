/** SQLSTATE classes that blame what was to be written: data exceptions, and constraints that it breaks. */
const DATA_CLASSES = ['22', '23'] as const;

/** True when the database refused a value, rather than failed: the same would be refused again, and something else not. */
export function isAboutData(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.length === 5 && DATA_CLASSES.some((start) => code.startsWith(start));
}
