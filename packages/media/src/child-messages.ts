/** What passes between a pool and its children. Everything must survive structured cloning. */

export interface TaskMessage {
  readonly type: 'task';
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

export type ChildMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly failure: Failure };

/** An error, flattened: classes do not survive the way between processes. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  /** Our own errors' `kind`, or a system error's `code`. */
  readonly kind?: string;
  readonly stack?: string;
}

export function flattenError(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const kind = 'kind' in error ? error.kind : 'code' in error ? error.code : undefined;
  return {
    name: error.name,
    message: error.message,
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
  };
}
