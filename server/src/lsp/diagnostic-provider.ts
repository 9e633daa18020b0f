import {
  DocumentDiagnosticRequest,
  UnregistrationRequest,
  RegistrationRequest,
  type DiagnosticRegistrationOptions,
} from 'vscode-languageserver';
import type { Session } from './session';

const ID = 'nianbao-diagnostics';

/**
 * What the client is told of our diagnostics. One that hears of diagnostics for a whole workspace asks for them every
 * few seconds, so that where it can hear of it later it is told only when a setting asks for them.
 */
export class DiagnosticProvider {
  private forWorkspace = false;
  private updates: Promise<void> = Promise.resolve();

  constructor(private readonly session: Session) {}

  /** What is said from the beginning; nothing to a client that does not ask for diagnostics. */
  announce(): { readonly diagnosticProvider?: DiagnosticRegistrationOptions } {
    if (this.session.clientCapabilities.textDocument?.diagnostic === undefined) return {};
    this.forWorkspace = !this.canChange;
    return { diagnosticProvider: this.options() };
  }

  /** The settings or the folders changed. */
  update(): void {
    if (!this.canChange) return;
    this.updates = this.updates
      .then(() => this.adapt())
      .catch((error: unknown) => this.session.client.logFailure(error));
  }

  private get canChange(): boolean {
    return this.session.clientCapabilities.textDocument?.diagnostic?.dynamicRegistration === true;
  }

  private async adapt(): Promise<void> {
    const wanted = await this.session.checksStored();
    if (wanted === this.forWorkspace) return;
    this.forWorkspace = wanted;
    const { method } = DocumentDiagnosticRequest;
    const { client } = this.session;
    await client.ask((connection) =>
      connection.sendRequest(UnregistrationRequest.type, { unregisterations: [{ id: ID, method }] }),
    );
    const registrations = [{ id: ID, method, registerOptions: this.options() }];
    await client.ask((connection) => connection.sendRequest(RegistrationRequest.type, { registrations }));
  }

  private options(): DiagnosticRegistrationOptions {
    return {
      id: ID,
      documentSelector: null,
      identifier: 'nianbao',
      interFileDependencies: true,
      workspaceDiagnostics: this.forWorkspace,
    };
  }
}
