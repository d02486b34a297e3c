import { EngineError, type EngineRequest, type OperationCapability } from '../engine.ts';
import { DRAFT_MODELS } from './draft-options.ts';
import type { Work } from './works/job.ts';
import { WORKS } from './works/works.ts';

const SIDE_PIXELS_MIN = 16;
const SIDE_PIXELS_MAX = 3232;

/**
 * @returns What carries the request out.
 * @throws {EngineError} `unsupported` or `invalid_request`, saying what was expected.
 */
export function checkRequest(request: EngineRequest): Work {
  const model = DRAFT_MODELS.find(({ model }) => model === request.model);
  if (!model) throw new EngineError('unsupported', `the draft engine has no model ${request.model}`);
  const capability = model.operations[request.operation];
  const work = WORKS[request.operation];
  if (!capability || !work) throw new EngineError('unsupported', `${request.model} cannot do ${request.operation}`);
  if (!capability.promptOptional && request.prompt.trim() === '') refuse('a prompt');
  checkInputs(request, capability);
  for (const side of [request.width, request.height]) {
    if (!Number.isInteger(side) || side % 2 !== 0 || side < SIDE_PIXELS_MIN || side > SIDE_PIXELS_MAX) {
      refuse(`even sides of ${SIDE_PIXELS_MIN} to ${SIDE_PIXELS_MAX} pixels, got ${request.width} × ${request.height}`);
    }
  }
  if (!Number.isInteger(request.seed)) refuse(`a whole number as seed, got ${request.seed}`);
  const { outputsMax = 1 } = capability;
  if (!Number.isInteger(request.count) || request.count < 1 || request.count > outputsMax) {
    refuse(`1 to ${outputsMax} outputs, got ${request.count}`);
  }
  if (request.operation.startsWith('video')) checkSeconds(request, capability);
  return work;
}

function refuse(expected: string): never {
  throw new EngineError('invalid_request', `expected ${expected}`);
}

function checkInputs({ inputs }: EngineRequest, { imagesMax = 0, inputVideoSecondsMax }: OperationCapability): void {
  const videos = inputs.filter(({ role }) => role === 'video').length;
  const images = inputs.length - videos;
  if (images > imagesMax || (inputVideoSecondsMax === undefined && videos > 0)) {
    refuse(imagesMax === 0 ? 'no input media for this operation' : `at most ${imagesMax} input images, got ${images}`);
  }
  if (inputVideoSecondsMax !== undefined && videos !== 1) refuse(`one input video, got ${videos}`);
}

function checkSeconds({ seconds }: EngineRequest, { durationsSeconds }: OperationCapability): void {
  if (!durationsSeconds || !('min' in durationsSeconds)) {
    if (seconds === undefined || !(seconds > 0)) refuse(`a length in seconds, got ${seconds}`);
    return;
  }
  const { min, max } = durationsSeconds;
  if (seconds === undefined || !Number.isInteger(seconds) || seconds < min || seconds > max) {
    refuse(`${min} to ${max} whole seconds, got ${seconds}`);
  }
}
