import { DEFAULT_KEY_SETTINGS, type KeySettings } from '@openimagine/contract';

/**
 * What a row of a key holds: our own writing, checked when it was given. A setting that this version does not have yet is
 * carried along.
 */
export function parseStoredSettings(stored: object): KeySettings {
  return { ...DEFAULT_KEY_SETTINGS, ...stored };
}
