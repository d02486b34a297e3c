import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { ConnectRouter } from '@connectrpc/connect';
import type { Context } from '../context.ts';
import { OPERATOR } from '../http/api-key-routes.ts';
import { getApiKey } from '../operations/get-api-key.ts';
import { callOf } from './call.ts';
import { Auth } from './gen/xai/api/v1/auth_pb.ts';

/** The key of the call. */
export function authService(router: ConnectRouter, context: Context): void {
  router.service(Auth, {
    async get_api_key_info(_, call) {
      const key = await getApiKey(context, callOf(call).caller);
      return {
        redactedApiKey: key.redacted,
        userId: OPERATOR,
        name: key.name,
        createTime: timestampFromDate(key.createdAt),
        modifyTime: timestampFromDate(key.modifiedAt),
        modifiedBy: OPERATOR,
        teamId: key.teamId,
        acls: [...key.acls],
        apiKeyId: key.id,
        disabled: key.disabled,
      };
    },
  });
}
