import { type DescEnum, type DescFile, type DescMessage, type DescService, toBinary } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt';

/** The files that describe services, by what stands in them. */
export interface ProtoIndex {
  /** @returns The file and all that it imports, as serialised descriptors; undefined where there is none of that name. */
  byName(name: string): readonly Uint8Array[] | undefined;
  /** @param symbol Full name of a message, field, oneof, enum, value of one, service or method. */
  bySymbol(symbol: string): readonly Uint8Array[] | undefined;
  isMessage(typeName: string): boolean;
}

export function indexProtos(services: Iterable<DescService>): ProtoIndex {
  const files = new Map<string, DescFile>();
  for (const { file } of services) for (const each of withImports(file)) files.set(each.proto.name, each);
  const symbols = new Map<string, DescFile>();
  const messages = new Set<string>();
  for (const file of files.values()) {
    for (const symbol of symbolsOf(file)) symbols.set(symbol, file);
    for (const message of allMessages(file.messages)) messages.add(message.typeName);
  }
  // Anybody may ask, as often as they like.
  const bytes = new Map([...files.values()].map((file) => [file, toBinary(FileDescriptorProtoSchema, file.proto)]));
  const described = (file: DescFile | undefined): Uint8Array[] | undefined =>
    file && [...withImports(file)].map((each) => bytes.get(each)!);
  return {
    byName: (name) => described(files.get(name)),
    bySymbol: (symbol) => described(symbols.get(symbol)),
    isMessage: (typeName) => messages.has(typeName),
  };
}

/** Each once, the file itself first. */
function withImports(file: DescFile, found: Set<DescFile> = new Set()): Set<DescFile> {
  if (found.has(file)) return found;
  found.add(file);
  for (const imported of file.dependencies) withImports(imported, found);
  return found;
}

function* symbolsOf(file: DescFile): Generator<string> {
  for (const { typeName, methods } of file.services) {
    yield typeName;
    for (const { name } of methods) yield `${typeName}.${name}`;
  }
  for (const each of file.enums) yield* symbolsOfEnum(each);
  for (const message of allMessages(file.messages)) {
    const { typeName, fields, oneofs, nestedEnums } = message;
    yield typeName;
    for (const { name } of [...fields, ...oneofs]) yield `${typeName}.${name}`;
    for (const each of nestedEnums) yield* symbolsOfEnum(each);
  }
}

/** Its values stand beside it, not in it. */
function* symbolsOfEnum({ typeName, values }: DescEnum): Generator<string> {
  yield typeName;
  const scope = typeName.slice(0, typeName.lastIndexOf('.') + 1);
  for (const { name } of values) yield scope + name;
}

function* allMessages(messages: readonly DescMessage[]): Generator<DescMessage> {
  for (const message of messages) {
    yield message;
    yield* allMessages(message.nestedMessages);
  }
}
