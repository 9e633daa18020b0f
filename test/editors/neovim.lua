-- What Neovim gets of the language server, as JSON: run in the report, with the configuration of docs/editors.
local WAIT = 30000

local function fail(what)
  io.stderr:write('waited in vain for ' .. what .. '\n')
  vim.cmd('cquit 1')
end

if not vim.wait(WAIT, function() return #vim.diagnostic.get(0) > 0 end, 50) then fail('diagnostics') end

local client = vim.lsp.get_active_clients and vim.lsp.get_active_clients()[1] or vim.lsp.get_clients()[1]
local document = { uri = vim.uri_from_bufnr(0) }

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, WAIT)
  if answers == nil then fail(method) end
  local _, answer = next(answers)
  if answer == nil or answer.error then fail(method .. ' ' .. vim.inspect(answer)) end
  return answer.result
end

local diagnostics = vim.diagnostic.get(0)
local found, total = {}, nil
for _, one in ipairs(diagnostics) do
  found[#found + 1] = { rule = one.code, line = one.lnum, text = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, false)[1] }
  if one.code == 'row-total-mismatch' then total = one end
end
if total == nil then fail('the wrong total') end

local position = { line = total.lnum, character = total.col }
local symbols = ask('textDocument/documentSymbol', { textDocument = document })
local hover = ask('textDocument/hover', { textDocument = document, position = position })
local range = { start = position, ['end'] = { line = total.end_lnum, character = total.end_col } }
local actions = ask('textDocument/codeAction', {
  textDocument = document,
  range = range,
  context = { diagnostics = { total.user_data.lsp and vim.tbl_extend('force', total.user_data.lsp, { range = range, message = total.message }) or nil } },
})
local preferred
for _, action in ipairs(actions) do
  if action.isPreferred or preferred == nil then preferred = action end
end
vim.lsp.util.apply_workspace_edit(preferred.edit, client.offset_encoding)
local repaired = vim.api.nvim_buf_get_lines(0, total.lnum, total.lnum + 1, false)[1]

-- White space behind a value is taken away again.
vim.api.nvim_buf_set_lines(0, total.lnum, total.lnum + 1, false, { repaired .. '  ' })
local completion = ask('textDocument/completion', { textDocument = document, position = { line = 1, character = 0 } })
local edits = ask('textDocument/formatting', { textDocument = document, options = { tabSize = 4, insertSpaces = false } })
vim.lsp.util.apply_text_edits(edits or {}, 0, client.offset_encoding)
local formatted = vim.api.nvim_buf_get_lines(0, total.lnum, total.lnum + 1, false)[1]

io.stdout:write(vim.fn.json_encode({
  encoding = client.offset_encoding,
  found = found,
  sections = #symbols[1].children,
  hover = hover.contents.value or hover.contents,
  action = preferred.title,
  repaired = repaired,
  completion = #(completion.items or completion),
  formatted = formatted,
}))
vim.cmd('qall!')
