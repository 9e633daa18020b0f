;; What Emacs gets of the language server by eglot, as JSON: run in batch with the configuration of docs/editors and a
;; report as the one argument.
(require 'json)
(setq eglot-sync-connect 30
      eglot-autoshutdown t
      eglot-send-changes-idle-time 0)

(defun wait-for (what probe)
  (let ((end (+ (float-time) 30)) answer)
    (while (and (not (setq answer (funcall probe))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or answer (error "waited in vain for %s" what))))

(find-file (car command-line-args-left))
(apply #'eglot--connect (eglot--guess-contact))
(wait-for "the server" #'eglot-current-server)

(defun found ()
  (mapcar (lambda (one)
            (save-excursion
              (goto-char (flymake-diagnostic-beg one))
              (list (cons 'text (buffer-substring-no-properties (line-beginning-position) (line-end-position)))
                    (cons 'message (substring-no-properties (flymake-diagnostic-text one))))))
          (flymake-diagnostics)))

(flymake-mode 1)
(flymake-start)
(wait-for "diagnostics" #'found)
(let* ((before (found))
       (total (seq-find (lambda (one) (string-match-p "row-total-mismatch" (flymake-diagnostic-text one)))
                        (flymake-diagnostics)))
       (beg (flymake-diagnostic-beg total))
       (server (eglot--current-server-or-lose)))
  (goto-char beg)
  (let* ((hover (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams)))
         (symbols (jsonrpc-request server :textDocument/documentSymbol
                                   (list :textDocument (eglot--TextDocumentIdentifier))))
         (actions (eglot-code-actions beg (flymake-diagnostic-end total) "quickfix"))
         (action (seq-find (lambda (one) (eq (plist-get one :isPreferred) t)) actions)))
    (eglot--apply-workspace-edit (plist-get action :edit))
    (let ((repaired (buffer-substring-no-properties (line-beginning-position) (line-end-position))))
      (goto-char (line-end-position))
      (insert "  ")
      (eglot--signal-textDocument/didChange)
      (eglot-format-buffer)
      (goto-char beg)
      (let ((formatted (buffer-substring-no-properties (line-beginning-position) (line-end-position))))
        (goto-char (point-min))
        (forward-line 1)
        (let ((completion (jsonrpc-request server :textDocument/completion (eglot--TextDocumentPositionParams))))
          (princ (json-encode
                  (list (cons 'found (vconcat before))
                        (cons 'hover (plist-get (plist-get hover :contents) :value))
                        (cons 'sections (length (plist-get (aref symbols 0) :children)))
                        (cons 'action (plist-get action :title))
                        (cons 'repaired repaired)
                        (cons 'formatted formatted)
                        (cons 'completion (length completion))))))))))
(set-buffer-modified-p nil)
