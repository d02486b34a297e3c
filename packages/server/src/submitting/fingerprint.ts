import { createHash } from 'node:crypto';
import { ApiError } from '@openimagine/contract';

/**
 * Of what a value means as JSON: neither spacing nor the order of fields counts.
 * @returns SHA-256, hex.
 * @throws {ApiError} `invalid-argument` for one that is nested too deeply to be compared.
 */
export function fingerprintOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

function canonicalJson(value: unknown): string {
  try {
    return JSON.stringify(value, sortFields) ?? 'nothing';
  } catch (cause) {
    throw new ApiError('invalid-argument', 'The body is nested too deeply. Send a flatter one.', { cause });
  }
}

function sortFields(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
