/** An OAuth error, on its way to becoming the response that RFC 6749 asks for. */
export class OAuthRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export function oauthJson(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

/** What a route gives, or its refusal as a response. */
export async function answered(route: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await route();
  } catch (error) {
    if (!(error instanceof OAuthRefusal)) throw error;
    const status = error.code === 'invalid_client' ? 401 : 400;
    return oauthJson({ error: error.code, error_description: error.message }, status);
  }
}
