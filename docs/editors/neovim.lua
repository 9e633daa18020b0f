-- 年报 Nianbao，Neovim 0.7 及以上。放进 ~/.config/nvim/plugin/nianbao.lua，或在 init.lua 中 dofile。
-- (Nianbao for Neovim 0.7 and later: put it into ~/.config/nvim/plugin/nianbao.lua.)
local server = { 'nianbao-language-server', '--stdio' }

vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  pattern = { '*.nianbao', '*信息公开*报告*.txt', '*信息公开*年报*.txt' },
  callback = function()
    vim.bo.filetype = 'nianbao'
  end,
})

local client

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'nianbao',
  callback = function(event)
    local config = {
      name = 'nianbao',
      cmd = server,
      root_dir = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(event.buf), ':p:h'),
      -- 设置与 VS Code 同名 (the settings have the names that VS Code has)
      settings = { nianbao = { locale = 'zh-CN' } },
    }
    vim.bo[event.buf].omnifunc = 'v:lua.vim.lsp.omnifunc'
    if vim.lsp.start then
      vim.lsp.start(config, { bufnr = event.buf })
    else
      client = client or vim.lsp.start_client(config)
      vim.lsp.buf_attach_client(event.buf, client)
    end
  end,
})
