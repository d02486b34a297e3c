import type { EditOperation, Target } from '@openimagine/scene';

/** An operation in a few words, for tables of what instructions are read as. */
export function tell(operation: EditOperation): string {
  switch (operation.kind) {
    case 'restyle':
      return operation.style;
    case 'grade':
      return `${operation.grade}${operation.strength === 1 ? '' : ` ${operation.strength}`}`;
    case 'weather':
      return `${operation.weather} ${Number(operation.strength.toFixed(2))}`;
    case 'recolor':
      return `recolor ${name(operation.target)} ${operation.color}`;
    case 'add':
      return tellAdd(operation);
    case 'remove':
      return `remove ${name(operation.target)}`;
    case 'background':
      return `background ${Object.values(operation.background).join(' ')}`;
    case 'title':
      return ['title', `"${operation.text}"`, operation.place, operation.color].filter(Boolean).join(' ');
    case 'paste': {
      const { image = 'any', target, isWhole, onto, anchor, place } = operation;
      const what = isWhole ? 'whole' : target ? name(target) : 'all';
      const where = place ?? `${onto.relation}${anchor ? ` ${name(anchor)} of` : ''}`;
      return `paste ${what} of ${image} ${where} ${onto.image ?? 'any'}`;
    }
    case 'collage':
      return `collage ${operation.along} ${operation.images.join(' ')}`;
    case 'speed':
      return `speed ${Number(operation.factor.toFixed(2))}`;
    case 'sound':
      return `sound ${operation.sound}`;
    case 'flip':
      return `flip ${operation.axis}`;
    case 'crop':
      return `crop ${operation.to}`;
    default:
      return operation.kind;
  }
}

function tellAdd({ object, anchor, carrier, count }: Extract<EditOperation, { readonly kind: 'add' }>): string {
  const what = [object.color, object.material, object.model === 'thing' ? object.word : object.model].filter(Boolean);
  const text = object.text === undefined ? '' : ` "${object.text}"`;
  const times = count === 1 ? '' : ` × ${count}`;
  return `add ${what.join(' ')}${text}${times} ${anchor}${carrier ? ` of ${name(carrier)}` : ''}`;
}

function name({ word, label, side, color }: Target): string {
  const more = [label !== undefined && label !== word ? `(${label})` : '', side ?? '', color ?? ''].filter(Boolean);
  return [word, ...more].join(' ');
}
