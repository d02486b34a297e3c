import type { Message } from '@bufbuild/protobuf';
import { inputError } from '@openimagine/contract';

/** Fields that once were, and have no meaning any more, by message. */
const FORMER_FIELDS: Readonly<Record<string, readonly number[]>> = {
  'xai_api.GenerateVideoRequest': [15],
  'xai_api.ExtendVideoRequest': [7],
};

/**
 * A client that is newer than this server must not believe that something was heeded which was not even understood.
 * @throws {ApiError} `invalid-argument` for a field that the message, or one in it, does not have.
 */
export function assertNothingUnknown(message: Message, where = ''): void {
  const name = message.$typeName;
  const former = FORMER_FIELDS[name] ?? [];
  const unknown = message.$unknown?.find(({ no }) => !former.includes(no));
  if (unknown !== undefined) {
    throw inputError(
      `${where}field ${unknown.no}`,
      'wrong-value',
      `This server does not know field ${unknown.no} of ${name.split('.').at(-1)}. Leave it out, or use a newer server.`,
    );
  }
  for (const [field, value] of Object.entries(message)) {
    for (const [index, part] of [chosenOf(value)].flat().entries())
      if (isMessage(part)) assertNothingUnknown(part, `${where}${field}${Array.isArray(value) ? `[${index}]` : ''}.`);
  }
}

/** Of a oneof, what was chosen. */
function chosenOf(field: unknown): unknown {
  return typeof field === 'object' && field !== null && 'case' in field && 'value' in field ? field.value : field;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && '$typeName' in value;
}
