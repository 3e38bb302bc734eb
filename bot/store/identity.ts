import type { TokenCredential } from '@azure/identity';

/** The managed identity with this client id; without one, whatever identity this machine has. The package is loaded only where it is used. */
export async function signedInAs(identity: string | undefined): Promise<TokenCredential> {
  const { DefaultAzureCredential, ManagedIdentityCredential } = await import('@azure/identity');
  return identity ? new ManagedIdentityCredential({ clientId: identity }) : new DefaultAzureCredential();
}
