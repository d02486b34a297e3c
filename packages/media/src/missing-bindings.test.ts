import { expect, it } from 'vitest';
import { missingBindings } from './missing-bindings.ts';

it('finds the bindings of this machine', () => {
  expect(missingBindings()).toEqual([]);
});

it('names the line that installs a missing one', () => {
  expect(missingBindings('darwin', 'arm64').map(({ install }) => install)).toEqual([
    expect.stringMatching(/^npm install --no-save @napi-rs\/canvas-darwin-arm64@\d+\.\d+\.\d+$/),
    expect.stringMatching(/^npm install --no-save @napi-rs\/webcodecs-darwin-arm64@\d+\.\d+\.\d+$/),
  ]);
});
