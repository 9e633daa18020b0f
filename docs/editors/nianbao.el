;;; nianbao.el --- 年报 Nianbao in Emacs  -*- lexical-binding: t; -*-
;; Emacs 29 及以上自带 eglot；Emacs 28 须先安装 eglot。在 init.el 中 (load "…/nianbao.el")。
;; (Emacs 29 has eglot; Emacs 28 needs the package. Load this file from init.el.)

(require 'eglot)

(define-derived-mode nianbao-mode text-mode "年报"
  "Major mode for 政府信息公开工作年度报告 as plain text."
  (setq-local indent-tabs-mode t))

(add-to-list 'auto-mode-alist '("\\.nianbao\\'" . nianbao-mode))
(add-to-list 'auto-mode-alist '("信息公开.*\\(报告\\|年报\\).*\\.txt\\'" . nianbao-mode))
(add-to-list 'eglot-server-programs '(nianbao-mode . ("nianbao-language-server" "--stdio")))
(add-hook 'nianbao-mode-hook #'eglot-ensure)

(provide 'nianbao)
;;; nianbao.el ends here
