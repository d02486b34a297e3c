import { AdvanceClockBody, ClockState } from '../emulator.ts';
import { type Endpoint, reply } from './endpoint.ts';

const replies = { 200: reply('ClockState', ClockState, 'The time, as the server takes it to be.') };

export const emulatorEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/x/clock',
    operationId: 'getClock',
    summary: 'What time it is to the emulator',
    tag: 'Emulator',
    needsKey: true,
    emulatorOnly: true,
    replies,
    errors: ['unauthenticated'],
  },
  {
    method: 'post',
    path: '/x/clock',
    operationId: 'advanceClock',
    summary: 'Let time jump: results expire, retries fire, batches end',
    tag: 'Emulator',
    needsKey: true,
    emulatorOnly: true,
    body: { name: 'AdvanceClock', schema: AdvanceClockBody },
    replies,
    errors: ['invalid-argument', 'unauthenticated', 'payload-too-large', 'unsupported-media-type', 'unprocessable'],
  },
];
