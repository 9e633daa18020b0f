# PowerShell completion for nianbao
Register-ArgumentCompleter -Native -CommandName nianbao -ScriptBlock {
  param($word, $ast, $cursor)
  $commands = [ordered]@{
    'check' = @{ About = '检查文件、文件夹或通配符 (checks files, folders or globs)'; Options = @(
      @{ Name = '--format'; About = '输出格式: text, json, ndjson, sarif, github, csv, html, xlsx (output format)'; Values = @('text', 'json', 'ndjson', 'sarif', 'github', 'csv', 'html', 'xlsx') }
      @{ Name = '--out'; About = '输出到文件；缺省为标准输出 (write to a file; else to standard output)'; Values = @() }
      @{ Name = '--fail-on'; About = '达到该级别时以 1 退出: error, warning, information, hint, never (exit 1 from this severity on)'; Values = @('error', 'warning', 'information', 'hint', 'never') }
      @{ Name = '--config'; About = '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json (configuration; else nianbao.config.json in the folder of the files or above)'; Values = @() }
      @{ Name = '--locale'; About = '消息语言: zh-CN, en (language of messages)'; Values = @('zh-CN', 'en') }
      @{ Name = '--max-findings'; About = '每个文件最多列出几处，其余只计数 (most findings listed for a file; the others are counted)'; Values = @() }
      @{ Name = '--jobs'; About = '同时检查的线程数；缺省为处理器核数 (threads; else as many as processors)'; Values = @() }
      @{ Name = '--baseline'; About = '只报告基线以外的问题 (tell only what the baseline does not have)'; Values = @() }
      @{ Name = '--write-baseline'; About = '把现有的问题写成基线 (write what there is as the baseline)'; Values = @() }
      @{ Name = '--last-year-index'; About = '另从 nianbao index 写的文件中找上年年报 (take last year’s reports also from a file that nianbao index wrote)'; Values = @() }
      @{ Name = '--gitignore'; About = '略过 .gitignore 中的文件 (leave out what .gitignore files leave out)'; Values = @() }
      @{ Name = '--stdin-filename'; About = '标准输入的文件名：据此查找配置和上年年报 (name of standard input)'; Values = @() }
    ) }
    'read' = @{ About = '输出读到的内容，供其他程序使用 (prints what was understood)'; Options = @(
      @{ Name = '--format'; About = '输出格式: json, ndjson, csv (output format)'; Values = @('json', 'ndjson', 'csv') }
      @{ Name = '--bom'; About = 'csv 以字节顺序标记开头，供 Excel 打开 (csv begins with a byte order mark, for Excel)'; Values = @() }
      @{ Name = '--out'; About = '输出到文件；缺省为标准输出 (write to a file; else to standard output)'; Values = @() }
      @{ Name = '--stdin-filename'; About = '标准输入的文件名 (name of standard input)'; Values = @() }
    ) }
    'fix' = @{ About = '改正不会改变含义的问题 (mends what cannot change a meaning)'; Options = @(
      @{ Name = '--dry-run'; About = '只输出改动，不写文件 (print changes, write nothing)'; Values = @() }
      @{ Name = '--rule'; About = '改正这条规则的问题；须与 --choose first 同用 (mend findings of this rule; goes with --choose first)'; Values = @() }
      @{ Name = '--choose'; About = '有几种修正时用哪一种: first (which repair, where there are several: first)'; Values = @('first') }
      @{ Name = '--config'; About = '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json (configuration; else nianbao.config.json in the folder of the files or above)'; Values = @() }
    ) }
    'new' = @{ About = '新建年报，可接着上年年报 (writes a new report, from last year’s if wished)'; Options = @(
      @{ Name = '--body'; About = '机关全称 (full name of the body)'; Values = @() }
      @{ Name = '--year'; About = '年度 (year)'; Values = @() }
      @{ Name = '--from'; About = '上年年报：机关、年度、版式、标题、上年结转、现行有效件数和引言由它而来 (last year’s report: body, year, layout, what was carried over, and preamble come from it)'; Values = @() }
      @{ Name = '--prose'; About = '上年各部分的文字: empty, marked（留空待填，或保留待改写） (last year’s prose: left out, or kept with marks to be rewritten)'; Values = @() }
      @{ Name = '--layout'; About = '表格版式: cells, tsv, markdown (layout of the tables)'; Values = @('cells', 'tsv', 'markdown') }
      @{ Name = '--out'; About = '写到哪个文件；是文件夹的，在其中按机关和年度命名 (write to a file; else to standard output)'; Values = @() }
      @{ Name = '--force'; About = '覆盖已有的文件 (replace files that are there)'; Values = @() }
    ) }
    'convert' = @{ About = '转换表格版式，只改表格 (converts the layout of tables and touches nothing else)'; Options = @(
      @{ Name = '--to'; About = '版式: cells, tsv, markdown, aligned (what to convert to)'; Values = @('cells', 'tsv', 'markdown', 'aligned') }
      @{ Name = '--write'; About = '写回原文件（保持原编码）；缺省输出到标准输出 (write the files back)'; Values = @() }
    ) }
    'import' = @{ About = '把 Word、Excel、网页和 GBK 文本导入为文本年报 (imports Word, Excel, web pages and text)'; Options = @(
      @{ Name = '--layout'; About = '表格版式: cells, tsv, markdown, aligned (layout of the tables)'; Values = @('cells', 'tsv', 'markdown', 'aligned') }
      @{ Name = '--out'; About = '写到哪个文件夹 (folder to write to)'; Values = @() }
      @{ Name = '--force'; About = '覆盖已有的文件 (replace files that are there)'; Values = @() }
    ) }
    'export' = @{ About = '把年报导出为 Word、网页或 Excel 文件 (exports reports as Word, web page or Excel files)'; Options = @(
      @{ Name = '--to'; About = '格式: docx, html, xlsx (what to convert to)'; Values = @('docx', 'html', 'xlsx') }
      @{ Name = '--out'; About = '写到哪个文件夹 (folder to write to)'; Values = @() }
      @{ Name = '--marks'; About = '在网页和 Excel 中标出检查出的问题 (mark what was found in web pages and workbooks)'; Values = @() }
      @{ Name = '--locale'; About = '标注的语言: zh-CN, en (language of messages)'; Values = @('zh-CN', 'en') }
      @{ Name = '--config'; About = '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json (configuration; else nianbao.config.json in the folder of the files or above)'; Values = @() }
      @{ Name = '--force'; About = '覆盖已有的文件 (replace files that are there)'; Values = @() }
    ) }
    'total' = @{ About = '把多个机关的年报汇总为一份，或核对汇总 (adds reports up into one, or checks a summary)'; Options = @(
      @{ Name = '--body'; About = '汇总机关全称；它自己的报告不计入 (full name of the body whose total it is; its own report is not counted)'; Values = @() }
      @{ Name = '--year'; About = '汇总哪一年；缺省为多数报告的年度 (which year; else that of most reports)'; Values = @() }
      @{ Name = '--layout'; About = '表格版式: cells, tsv, markdown, aligned (layout of the tables)'; Values = @('cells', 'tsv', 'markdown', 'aligned') }
      @{ Name = '--out'; About = '写到哪个文件；.xlsx 另有一张各机关的表，也可为 .docx、.html (file to write; .xlsx has a further sheet of bodies, .docx and .html are written too)'; Values = @() }
      @{ Name = '--check'; About = '逐格核对这份汇总，不一致时以 1 退出 (compare this summary cell by cell; exit 1 where it differs)'; Values = @() }
      @{ Name = '--format'; About = '核对结果的格式: text, json (output format)'; Values = @('text', 'json') }
      @{ Name = '--locale'; About = '消息语言: zh-CN, en (language of messages)'; Values = @('zh-CN', 'en') }
      @{ Name = '--config'; About = '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json (configuration; else nianbao.config.json in the folder of the files or above)'; Values = @() }
      @{ Name = '--jobs'; About = '同时读取的线程数；缺省为处理器核数 (threads; else as many as processors)'; Values = @() }
      @{ Name = '--force'; About = '覆盖已有的文件 (replace files that are there)'; Values = @() }
    ) }
    'compare' = @{ About = '比较两份年报的数字和文字 (compares two reports, cells and prose)'; Options = @(
      @{ Name = '--shared'; About = '找出各机关之间文字雷同的年报 (tell which reports share their prose)'; Values = @() }
      @{ Name = '--format'; About = '输出格式: text, json (output format)'; Values = @('text', 'json') }
      @{ Name = '--factor'; About = '相差几倍以上算相差悬殊 (from how many times on values are far apart)'; Values = @() }
      @{ Name = '--config'; About = '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json (configuration; else nianbao.config.json in the folder of the files or above)'; Values = @() }
      @{ Name = '--locale'; About = '消息语言: zh-CN, en (language of messages)'; Values = @('zh-CN', 'en') }
    ) }
    'letter' = @{ About = '写退回意见：要改什么、在哪里、依据什么 (writes review letters: what to correct, where and why)'; Options = @(
      @{ Name = '--format'; About = '格式: text, markdown, docx (output format)'; Values = @('text', 'markdown', 'docx') }
      @{ Name = '--out'; About = '每份年报一个文件，写到哪个文件夹；缺省为标准输出 (one file a report in this folder; else to standard output)'; Values = @() }
      @{ Name = '--hints'; About = '也写只是建议的问题 (what is only a hint, too)'; Values = @() }
      @{ Name = '--locale'; About = '语言: zh-CN, en (language of messages)'; Values = @('zh-CN', 'en') }
      @{ Name = '--config'; About = '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json (configuration; else nianbao.config.json in the folder of the files or above)'; Values = @() }
      @{ Name = '--force'; About = '覆盖已有的文件 (replace files that are there)'; Values = @() }
    ) }
    'index' = @{ About = '写上年年报索引，供分批检查使用 (writes what checks of parts of a folder need of last year)'; Options = @(
      @{ Name = '--out'; About = '写到哪个文件，每份年报一行 (write to a file; else to standard output)'; Values = @() }
      @{ Name = '--config'; About = '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json (configuration; else nianbao.config.json in the folder of the files or above)'; Values = @() }
      @{ Name = '--jobs'; About = '同时读取的线程数；缺省为处理器核数 (threads; else as many as processors)'; Values = @() }
    ) }
    'explain' = @{ About = '解释一条规则 (explains a rule)'; Options = @(

    ) }
  }
  $written = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.ToString() })
  if ($written.Count -lt 2) {
    $commands.Keys | Where-Object { $_ -like "$word*" } | ForEach-Object {
      [System.Management.Automation.CompletionResult]::new($_, $_, 'Command', $commands[$_].About)
    }
    return
  }
  $options = $commands[$written[1]].Options
  $before = $options | Where-Object { $_.Name -eq $written[-1] }
  if ($before -and $before.Values.Count -gt 0) {
    $before.Values | Where-Object { $_ -like "$word*" } | ForEach-Object {
      [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
    return
  }
  $options | Where-Object { $_.Name -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_.Name, $_.Name, 'ParameterName', $_.About)
  }
}
