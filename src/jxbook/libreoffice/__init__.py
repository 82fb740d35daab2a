"""The LibreOffice host: cell functions, 校验 and 生成报告 in the user's LibreOffice.

A Basic module in the user profile answers JX_ functions in any document by calling Python; the menu
绩效评价 runs the commands on the open document.
"""
