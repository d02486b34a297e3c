import { Code, ConnectError } from '@connectrpc/connect';
import { setTrailerStatus } from '@connectrpc/connect/protocol-grpc';
import { describe, expect, it } from 'vitest';
import { statusFields } from './status-fields.ts';

const messageOf = (text: string): unknown => {
  const fields = new Headers();
  setTrailerStatus(fields, new ConnectError(text, Code.InvalidArgument));
  return statusFields(fields)['grpc-message'];
};

describe('statusFields', () => {
  it('leaves the marks of a sentence as they are', () => {
    expect(messageOf('`n` must be 1 to 10; got "0". See /docs: why?')).toBe(
      '`n` must be 1 to 10; got "0". See /docs: why?',
    );
  });
  it.each(['100 % of it', 'Füchse 🦊 im Schnee', 'two\nlines', '%41'])('gives %j to who decodes it', (text) => {
    expect(messageOf(text)).toMatch(/^[\x20-\x7e]+$/);
    expect(decodeURIComponent(String(messageOf(text)))).toBe(text);
  });
  it('passes on what says nothing', () => {
    expect(statusFields(new Headers({ 'grpc-status': '0' }))).toEqual({ 'grpc-status': '0' });
    expect(statusFields(undefined)).toEqual({});
  });
});
