import type { ConnectRouter } from '@connectrpc/connect';
import { GRPC_STATUS } from '@openimagine/contract';
import type { Context } from '../context.ts';
import { ServerReflection, type ServerReflectionRequest } from './gen/grpc/reflection/v1/reflection_pb.ts';
import {
  ServerReflection as ServerReflectionAlpha,
  type ServerReflectionRequest as ServerReflectionRequestAlpha,
} from './gen/grpc/reflection/v1alpha/reflection_pb.ts';
import { indexProtos, type ProtoIndex } from './proto-index.ts';
import { untilStopping } from './until-stopping.ts';

/** What services there are, in both versions of the protocol that tools speak. */
export function reflectionService(router: ConnectRouter, context: Context): void {
  let index: ProtoIndex | undefined;
  // Not before the first question: services that are registered behind this one are shown, too.
  const services = () => new Set(router.handlers.map(({ service }) => service));
  const answer = (request: ServerReflectionRequest | ServerReflectionRequestAlpha): Answer => {
    index ??= indexProtos(services());
    const names = [...services()].map(({ typeName }) => typeName).sort();
    return answerTo(request.messageRequest, index, names);
  };
  router.service(ServerReflection, {
    async *serverReflectionInfo(requests) {
      for await (const originalRequest of untilStopping(context, requests))
        yield { validHost: originalRequest.host, originalRequest, messageResponse: answer(originalRequest) };
    },
  });
  router.service(ServerReflectionAlpha, {
    async *serverReflectionInfo(requests) {
      for await (const originalRequest of untilStopping(context, requests))
        yield { validHost: originalRequest.host, originalRequest, messageResponse: answer(originalRequest) };
    },
  });
}

type Question = (ServerReflectionRequest | ServerReflectionRequestAlpha)['messageRequest'];

/** Of either version: they differ in their names alone. */
type Answer =
  | { case: 'listServicesResponse'; value: { service: { name: string }[] } }
  | { case: 'fileDescriptorResponse'; value: { fileDescriptorProto: Uint8Array<ArrayBuffer>[] } }
  | { case: 'allExtensionNumbersResponse'; value: { baseTypeName: string; extensionNumber: number[] } }
  | { case: 'errorResponse'; value: { errorCode: number; errorMessage: string } };

function answerTo(question: Question, index: ProtoIndex, services: readonly string[]): Answer {
  switch (question.case) {
    case 'listServices':
      return { case: 'listServicesResponse', value: { service: services.map((name) => ({ name })) } };
    case 'fileByFilename':
      return files(index.byName(question.value), `There is no file ${shown(question.value)}.`);
    case 'fileContainingSymbol':
      return files(index.bySymbol(question.value), `There is nothing named ${shown(question.value)}.`);
    case 'fileContainingExtension':
      return failed(GRPC_STATUS.NOT_FOUND, 'There are no extensions.');
    case 'allExtensionNumbersOfType':
      return index.isMessage(question.value)
        ? { case: 'allExtensionNumbersResponse', value: { baseTypeName: question.value, extensionNumber: [] } }
        : failed(GRPC_STATUS.NOT_FOUND, `There is no message ${shown(question.value)}.`);
    case undefined:
      return failed(GRPC_STATUS.INVALID_ARGUMENT, 'The request asks for nothing that is known here.');
  }
}

function files(found: readonly Uint8Array[] | undefined, otherwise: string): Answer {
  if (found === undefined) return failed(GRPC_STATUS.NOT_FOUND, otherwise);
  return { case: 'fileDescriptorResponse', value: { fileDescriptorProto: found as Uint8Array<ArrayBuffer>[] } };
}

function failed(errorCode: number, errorMessage: string): Answer {
  return { case: 'errorResponse', value: { errorCode, errorMessage } };
}

function shown(text: string): string {
  return text.length > 100 ? `${text.slice(0, 97)}…` : text;
}
