import { ENDPOINTS, type Endpoint } from '@openimagine/contract';

/**
 * What a key needs for a method, and how it is counted, is told by the row of the REST call that does the same. A method
 * without a row here cannot be registered.
 */
const OPERATIONS: Readonly<Record<string, string>> = {
  '/xai_api.Image/GenerateImage': 'createImage',
  '/xai_api.Video/GenerateVideo': 'createVideo',
  '/xai_api.Video/ExtendVideo': 'extendVideo',
  '/xai_api.Video/GetDeferredVideo': 'getVideo',
  '/xai_api.Files/UploadFile': 'uploadFile',
  '/xai_api.Files/ListFiles': 'listFiles',
  '/xai_api.Files/RetrieveFile': 'getFile',
  '/xai_api.Files/DeleteFile': 'deleteFile',
  '/xai_api.Files/RetrieveFileContent': 'readFile',
  '/xai_api.Files/CreatePublicUrl': 'publishFile',
  '/xai_api.Files/RevokePublicUrl': 'revokeFile',
  '/xai_api.BatchMgmt/CreateBatch': 'createBatch',
  '/xai_api.BatchMgmt/GetBatch': 'getBatch',
  '/xai_api.BatchMgmt/ListBatches': 'listBatches',
  '/xai_api.BatchMgmt/CancelBatch': 'cancelBatch',
  '/xai_api.BatchMgmt/AddBatchRequests': 'addBatchRequests',
  '/xai_api.BatchMgmt/ListBatchRequestMetadata': 'listBatchRequests',
  '/xai_api.BatchMgmt/ListBatchResults': 'listBatchResults',
  '/xai_api.BatchMgmt/GetBatchRequestResult': 'listBatchResults',
  '/xai_api.Models/ListLanguageModels': 'listLanguageModels',
  '/xai_api.Models/ListEmbeddingModels': 'listEmbeddingModels',
  '/xai_api.Models/ListImageGenerationModels': 'listImageModels',
  '/xai_api.Models/GetLanguageModel': 'listLanguageModels',
  '/xai_api.Models/GetEmbeddingModel': 'listEmbeddingModels',
  '/xai_api.Models/GetImageGenerationModel': 'getImageModel',
  '/xai_api.Auth/get_api_key_info': 'getApiKey',
};

/** Services of the server itself, which need no key. */
const OPEN = /^\/grpc\.(?:health|reflection)\./;

/**
 * @param path `/package.Service/Method`.
 * @returns Undefined for a method that needs no key.
 * @throws {Error} for a method that is in no table.
 */
export function endpointOfMethod(path: string): Endpoint | undefined {
  if (OPEN.test(path)) return undefined;
  const operation = OPERATIONS[path];
  const endpoint = ENDPOINTS.find(({ operationId }) => operationId === operation);
  if (endpoint === undefined) throw new Error(`${path} has no endpoint whose rules hold for it`);
  return endpoint;
}
