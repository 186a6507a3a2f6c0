/*
 * The C interface of libclang, loaded when the first file is parsed and not before: loading it
 * takes longer than everything that other commands do, and its relocations would be a part of each
 * process that a benchmark forks. The names below stand for what was found in the library, so code
 * that includes this reads as if it were linked. Nobody else includes <clang-c/...>.
 */
#ifndef EXTRACT_CLANG_H
#define EXTRACT_CLANG_H

#include <clang-c/Index.h>

#include "base/base.h"

/* Once for the process; later calls cost nothing. */
MUST_USE bool clang_load(struct err *err);
const char *clang_library(void); /* the file that is looked for first */

/* Sorted; a function that is used and not listed does not link. */
#define CLANG_FUNCTIONS(X)                                                                        \
    X(Cursor_Evaluate) X(Cursor_getArgument) X(Cursor_getNumArguments) X(Cursor_getOffsetOfField) \
    X(Cursor_getStorageClass) X(Cursor_getVarDeclInitializer) X(Cursor_hasAttrs)                  \
    X(Cursor_isAnonymousRecordDecl) X(Cursor_isBitField) X(Cursor_isFunctionInlined)              \
    X(Cursor_isNull) X(EvalResult_dispose) X(EvalResult_getAsLongLong) X(EvalResult_getKind)      \
    X(Location_isInSystemHeader) X(PrintingPolicy_dispose) X(PrintingPolicy_setProperty)          \
    X(TargetInfo_dispose) X(TargetInfo_getPointerWidth) X(Type_getModifiedType)                   \
    X(Type_getNamedType) X(Type_getSizeOf) X(Type_getValueType) X(Type_visitFields)               \
    X(createIndex) X(disposeDiagnostic) X(disposeIndex) X(disposeString)                          \
    X(disposeTranslationUnit) X(equalCursors) X(equalLocations) X(equalTypes) X(getArgType)       \
    X(getArrayElementType) X(getArraySize) X(getCString) X(getCanonicalCursor)                    \
    X(getCanonicalType) X(getClangVersion) X(getCursor) X(getCursorBinaryOperatorKind)             \
    X(getCursorDefinition)                                                                        \
    X(getCursorExtent) X(getCursorKind) X(getCursorLinkage) X(getCursorLocation)                  \
    X(getCursorPrettyPrinted) X(getCursorPrintingPolicy) X(getCursorReferenced)                   \
    X(getCursorSemanticParent) X(getCursorSpelling) X(getCursorTLSKind) X(getCursorType)          \
    X(getCursorUnaryOperatorKind) X(getDiagnostic) X(getDiagnosticLocation)                       \
    X(getDiagnosticSeverity) X(getDiagnosticSpelling) X(getElementType)                           \
    X(getEnumConstantDeclValue) X(getEnumDeclIntegerType) X(getExpansionLocation)                 \
    X(getFieldDeclBitWidth) X(getFile) X(getFileContents) X(getFileLocation) X(getFileName)       \
    X(getInclusions) X(getLocationForOffset) X(getNullCursor) X(getNullLocation)                  \
    X(getNumArgTypes) X(getNumDiagnostics) X(getNumElements) X(getPointeeType) X(getRangeEnd)     \
    X(getRangeStart) X(getResultType) X(getSpellingLocation) X(getTranslationUnitCursor)          \
    X(getTranslationUnitSpelling) X(getTranslationUnitTargetInfo) X(getTypeDeclaration)           \
    X(getTypeSpelling) X(getTypedefDeclUnderlyingType) X(getTypedefName) X(hashCursor)            \
    X(isAttribute) X(isConstQualifiedType) X(isCursorDefinition) X(isExpression)                  \
    X(isFunctionTypeVariadic) X(isInvalidDeclaration) X(isStatement) X(isVolatileQualifiedType)   \
    X(parseTranslationUnit2) X(saveTranslationUnit) X(toggleCrashRecovery) X(visitChildren)

struct clang {
#define CLANG_FUNCTION(name) __typeof__(clang_##name) *name;
    CLANG_FUNCTIONS(CLANG_FUNCTION)
#undef CLANG_FUNCTION
};
/* The library of this process; NULL before clang_load(). It is the process's, as the library is. */
extern const struct clang *clang_lib;

#define clang_Cursor_Evaluate (clang_lib->Cursor_Evaluate)
#define clang_Cursor_getArgument (clang_lib->Cursor_getArgument)
#define clang_Cursor_getNumArguments (clang_lib->Cursor_getNumArguments)
#define clang_Cursor_getOffsetOfField (clang_lib->Cursor_getOffsetOfField)
#define clang_Cursor_getStorageClass (clang_lib->Cursor_getStorageClass)
#define clang_Cursor_getVarDeclInitializer (clang_lib->Cursor_getVarDeclInitializer)
#define clang_Cursor_hasAttrs (clang_lib->Cursor_hasAttrs)
#define clang_Cursor_isAnonymousRecordDecl (clang_lib->Cursor_isAnonymousRecordDecl)
#define clang_Cursor_isBitField (clang_lib->Cursor_isBitField)
#define clang_Cursor_isFunctionInlined (clang_lib->Cursor_isFunctionInlined)
#define clang_Cursor_isNull (clang_lib->Cursor_isNull)
#define clang_EvalResult_dispose (clang_lib->EvalResult_dispose)
#define clang_EvalResult_getAsLongLong (clang_lib->EvalResult_getAsLongLong)
#define clang_EvalResult_getKind (clang_lib->EvalResult_getKind)
#define clang_Location_isInSystemHeader (clang_lib->Location_isInSystemHeader)
#define clang_PrintingPolicy_dispose (clang_lib->PrintingPolicy_dispose)
#define clang_PrintingPolicy_setProperty (clang_lib->PrintingPolicy_setProperty)
#define clang_TargetInfo_dispose (clang_lib->TargetInfo_dispose)
#define clang_TargetInfo_getPointerWidth (clang_lib->TargetInfo_getPointerWidth)
#define clang_Type_getModifiedType (clang_lib->Type_getModifiedType)
#define clang_Type_getNamedType (clang_lib->Type_getNamedType)
#define clang_Type_getSizeOf (clang_lib->Type_getSizeOf)
#define clang_Type_getValueType (clang_lib->Type_getValueType)
#define clang_Type_visitFields (clang_lib->Type_visitFields)
#define clang_createIndex (clang_lib->createIndex)
#define clang_disposeDiagnostic (clang_lib->disposeDiagnostic)
#define clang_disposeIndex (clang_lib->disposeIndex)
#define clang_disposeString (clang_lib->disposeString)
#define clang_disposeTranslationUnit (clang_lib->disposeTranslationUnit)
#define clang_equalCursors (clang_lib->equalCursors)
#define clang_equalLocations (clang_lib->equalLocations)
#define clang_equalTypes (clang_lib->equalTypes)
#define clang_getArgType (clang_lib->getArgType)
#define clang_getArrayElementType (clang_lib->getArrayElementType)
#define clang_getArraySize (clang_lib->getArraySize)
#define clang_getCString (clang_lib->getCString)
#define clang_getCanonicalCursor (clang_lib->getCanonicalCursor)
#define clang_getCanonicalType (clang_lib->getCanonicalType)
#define clang_getClangVersion (clang_lib->getClangVersion)
#define clang_getCursor (clang_lib->getCursor)
#define clang_getCursorBinaryOperatorKind (clang_lib->getCursorBinaryOperatorKind)
#define clang_getCursorDefinition (clang_lib->getCursorDefinition)
#define clang_getCursorExtent (clang_lib->getCursorExtent)
#define clang_getCursorKind (clang_lib->getCursorKind)
#define clang_getCursorLinkage (clang_lib->getCursorLinkage)
#define clang_getCursorLocation (clang_lib->getCursorLocation)
#define clang_getCursorPrettyPrinted (clang_lib->getCursorPrettyPrinted)
#define clang_getCursorPrintingPolicy (clang_lib->getCursorPrintingPolicy)
#define clang_getCursorReferenced (clang_lib->getCursorReferenced)
#define clang_getCursorSemanticParent (clang_lib->getCursorSemanticParent)
#define clang_getCursorSpelling (clang_lib->getCursorSpelling)
#define clang_getCursorTLSKind (clang_lib->getCursorTLSKind)
#define clang_getCursorType (clang_lib->getCursorType)
#define clang_getCursorUnaryOperatorKind (clang_lib->getCursorUnaryOperatorKind)
#define clang_getDiagnostic (clang_lib->getDiagnostic)
#define clang_getDiagnosticLocation (clang_lib->getDiagnosticLocation)
#define clang_getDiagnosticSeverity (clang_lib->getDiagnosticSeverity)
#define clang_getDiagnosticSpelling (clang_lib->getDiagnosticSpelling)
#define clang_getElementType (clang_lib->getElementType)
#define clang_getEnumConstantDeclValue (clang_lib->getEnumConstantDeclValue)
#define clang_getEnumDeclIntegerType (clang_lib->getEnumDeclIntegerType)
#define clang_getExpansionLocation (clang_lib->getExpansionLocation)
#define clang_getFieldDeclBitWidth (clang_lib->getFieldDeclBitWidth)
#define clang_getFile (clang_lib->getFile)
#define clang_getFileContents (clang_lib->getFileContents)
#define clang_getFileLocation (clang_lib->getFileLocation)
#define clang_getFileName (clang_lib->getFileName)
#define clang_getInclusions (clang_lib->getInclusions)
#define clang_getLocationForOffset (clang_lib->getLocationForOffset)
#define clang_getNullCursor (clang_lib->getNullCursor)
#define clang_getNullLocation (clang_lib->getNullLocation)
#define clang_getNumArgTypes (clang_lib->getNumArgTypes)
#define clang_getNumDiagnostics (clang_lib->getNumDiagnostics)
#define clang_getNumElements (clang_lib->getNumElements)
#define clang_getPointeeType (clang_lib->getPointeeType)
#define clang_getRangeEnd (clang_lib->getRangeEnd)
#define clang_getRangeStart (clang_lib->getRangeStart)
#define clang_getResultType (clang_lib->getResultType)
#define clang_getSpellingLocation (clang_lib->getSpellingLocation)
#define clang_getTranslationUnitCursor (clang_lib->getTranslationUnitCursor)
#define clang_getTranslationUnitSpelling (clang_lib->getTranslationUnitSpelling)
#define clang_getTranslationUnitTargetInfo (clang_lib->getTranslationUnitTargetInfo)
#define clang_getTypeDeclaration (clang_lib->getTypeDeclaration)
#define clang_getTypeSpelling (clang_lib->getTypeSpelling)
#define clang_getTypedefDeclUnderlyingType (clang_lib->getTypedefDeclUnderlyingType)
#define clang_getTypedefName (clang_lib->getTypedefName)
#define clang_hashCursor (clang_lib->hashCursor)
#define clang_isAttribute (clang_lib->isAttribute)
#define clang_isConstQualifiedType (clang_lib->isConstQualifiedType)
#define clang_isCursorDefinition (clang_lib->isCursorDefinition)
#define clang_isExpression (clang_lib->isExpression)
#define clang_isFunctionTypeVariadic (clang_lib->isFunctionTypeVariadic)
#define clang_isInvalidDeclaration (clang_lib->isInvalidDeclaration)
#define clang_isStatement (clang_lib->isStatement)
#define clang_isVolatileQualifiedType (clang_lib->isVolatileQualifiedType)
#define clang_parseTranslationUnit2 (clang_lib->parseTranslationUnit2)
#define clang_saveTranslationUnit (clang_lib->saveTranslationUnit)
#define clang_toggleCrashRecovery (clang_lib->toggleCrashRecovery)
#define clang_visitChildren (clang_lib->visitChildren)

#endif
